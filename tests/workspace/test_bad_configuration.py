"""Every mistake of a configuration is found in one run: a bad file a topic, with the findings expected beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from translate_pub.model.codes.configuration import CONFIGURATION
from translate_pub.model.diagnostic import ConfigurationError, Diagnostic
from translate_pub.workspace import config, printers

TESTS = Path(__file__).parent.parent
BAD = sorted((TESTS / "workspace" / "bad").glob("*.toml"))


def written(found: Sequence[Diagnostic]) -> str:
    """Write findings as they are written beside the cases."""
    return "".join(f"{each}\n" + "".join(f"  {hint}\n" for hint in each.hints) for each in found)


def findings(case: Path, root: Path) -> str:
    """Put a case into a workspace and return what is found."""
    if case.stem.startswith("workspace"):
        (root / "translate-pub.toml").write_bytes(case.read_bytes())
        with pytest.raises(ConfigurationError) as caught:
            config.load_workspace(root)
        return written(caught.value.diagnostics)
    if case.stem.startswith("printer"):
        (root / "printers").mkdir()
        (root / "printers/townprint.toml").write_bytes(case.read_bytes())
        return written(printers.load(config.load_workspace(root), "townprint").diagnostics)
    (root / "source_texts/handbook/book.toml").write_bytes(case.read_bytes())
    return written(config.load_book(config.load_workspace(root), "handbook").diagnostics)


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.stem)
def test_findings(case: Path, root: Path) -> None:
    """A bad file gives exactly the findings that are written beside it, each with its line."""
    assert findings(case, root) == case.with_suffix(".txt").read_text()


def test_every_code_has_a_case() -> None:
    """Every code of the configuration is in the findings of some case; what is found in claims, in their tests."""
    expected = "".join(case.with_suffix(".txt").read_text() for case in BAD)
    claimed = "".join((TESTS / test).read_text() for test in ("workspace/test_claims.py", "cli/test_teamwork.py"))
    missing = {code for code in CONFIGURATION if f"[{code}]" not in expected}
    assert missing == {"B021", "B022", "B023"}
    assert {code for code in missing if code not in claimed} == set()
