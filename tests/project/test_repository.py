"""What the repository promises of its own files."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

# Written apart, so that this file does not name them either.
REGISTRY_HOSTS = ("pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "deb." + "debian.org")
FONT_SUFFIXES = {".ttf", ".otf", ".ttc", ".woff", ".woff2", ".pfb", ".icc", ".icm"}


@pytest.fixture(scope="module")
def committed(repository: Path) -> list[Path]:
    """Give every file that git keeps and that is there."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=repository, check=True, capture_output=True, text=True)
    paths = [repository / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def test_no_font_or_colour_profile_is_committed(committed: list[Path]) -> None:
    """Fonts and ICC profiles are made or fetched at set-up, never kept."""
    assert [path for path in committed if path.suffix.lower() in FONT_SUFFIXES] == []


def test_no_file_names_a_registry(committed: list[Path]) -> None:
    """A mirror serves as well as the registry itself, since no file names one."""
    naming = [
        (path.name, host) for path in committed for host in REGISTRY_HOSTS if host.encode("ascii") in path.read_bytes()
    ]
    assert naming == []


def test_every_test_says_what_is_true(repository: Path) -> None:
    """Each test function has a docstring of one sentence."""
    silent = [
        f"{path.relative_to(repository)}:{node.lineno} {node.name}"
        for path in sorted((repository / "tests").rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        if not (ast.get_docstring(node) or "").rstrip().endswith(".")
    ]
    assert silent == []


def test_no_test_is_skipped(repository: Path) -> None:
    """A test that cannot run fails, so that a green suite means that all of it ran."""
    marks = tuple("pytest." + mark for mark in ("skip", "mark.skip", "importorskip", "xfail", "mark.xfail"))
    skipping = [
        path.name
        for path in sorted((repository / "tests").rglob("*.py"))
        if any(mark in path.read_text(encoding="utf-8") for mark in marks)
    ]
    assert skipping == []


def test_every_silenced_finding_gives_its_reason(repository: Path) -> None:
    """A `noqa` or `type: ignore` names its rule and says why on the same line."""
    marks = ("# no" + "qa", "# type: " + "ignore")
    unreasoned = [
        f"{path.relative_to(repository)}:{number} {line.strip()}"
        for folder in ("src", "tests", "tools")
        for path in sorted((repository / folder).rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for mark in marks
        if mark in line and not _gives_reason(line.partition(mark)[2])
    ]
    assert not unreasoned, "\n".join(unreasoned)


def _gives_reason(after_mark: str) -> bool:
    """Whether something follows the rule's name: `[misc]  # reason` or `: S101 - reason`."""
    rule, separator, reason = after_mark.partition(" - ")
    if not separator:
        rule, separator, reason = after_mark.partition("# ")
    return bool(separator and reason.strip() and rule.strip(": "))


def test_every_ignored_rule_gives_its_reason(repository: Path) -> None:
    """Each ruff rule that is left out of ALL has a comment beside it."""
    text = (repository / "pyproject.toml").read_text(encoding="utf-8")
    ruff = tomllib.loads(text)["tool"]["ruff"]["lint"]
    rules = [*ruff["ignore"], *(rule for rules in ruff["per-file-ignores"].values() for rule in rules)]
    reasoned = [line for line in text.splitlines() if line.strip().partition('", # ')[2].strip()]
    assert [rule for rule in rules if not any(line.strip().startswith(f'"{rule}", # ') for line in reasoned)] == []


def test_the_command_line_starts_without_weasyprint() -> None:
    """Importing the command line does not pay WeasyPrint's second."""
    question = "import sys, translate_pub.cli; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", question], check=False).returncode == 0


def test_a_room_that_reaches_above_its_floor_is_caught(repository: Path, tmp_path: Path) -> None:
    """The contracts break when the lowest room imports the highest, and when a library is reached past its door."""
    verdict = _judge(repository, tmp_path, "model/astray.py", "import translate_pub.cli\nimport rich\n")
    assert "a room imports only from the floors below BROKEN" in verdict
    assert "rich: report BROKEN" in verdict
    assert verdict.count("BROKEN") == 2


def test_a_room_without_a_floor_is_caught(repository: Path, tmp_path: Path) -> None:
    """A new top-level name cannot land before the contracts give it a floor."""
    assert "translate_pub.attic" in _judge(repository, tmp_path, "attic.py", "")


def _judge(repository: Path, target: Path, name: str, text: str) -> str:
    """Hold an empty copy of the package, with one module added, against the contracts; what they say is given back."""
    (target / "pyproject.toml").write_bytes((repository / "pyproject.toml").read_bytes())
    source = repository / "src"
    for path in source.rglob("__init__.py"):
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text("", encoding="utf-8")
    (target / "translate_pub" / name).write_text(text, encoding="utf-8")
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    judged = subprocess.run(command, cwd=target, check=False, capture_output=True, text=True)
    assert judged.returncode == 1
    return judged.stdout
