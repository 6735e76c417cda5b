"""The README's walk of five minutes, taken word for word in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs import reading

_WALK = "A walk of five minutes"
_TRANSLATE = "Now translate."


@pytest.mark.slow
def test_the_walk_ends_with_pages(repository: Path, tmp_path: Path) -> None:
    """Every command of the README's walk succeeds, and the PDFs that it promises are there."""
    walk = reading.section((repository / "README.md").read_text("utf-8"), _WALK)
    before, translate, after = walk.partition(_TRANSLATE)
    assert translate
    _run(before, tmp_path)
    press = tmp_path / "press"
    catalog = press / "locales/sv/LC_MESSAGES/ferry/01-first-chapter.po"
    text = catalog.read_text("utf-8")
    translated = text.replace('msgid "The rope"\nmsgstr ""', 'msgid "The rope"\nmsgstr "Repet"')
    assert translated != text
    catalog.write_text(translated, "utf-8")
    _run(after, press)
    for promised in ("build/ferry/sv/ferry-sv-proof.pdf", "build/ferry/en/ferry-en-print.pdf"):
        assert promised in walk
        assert (press / promised).read_bytes().startswith(b"%PDF")


def _run(walk: str, folder: Path) -> None:
    """Run the shell examples one after the other, in one shell."""
    script = "".join(reading.blocks(walk, "sh"))
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-eu", "-c", script],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": path},
    )
    assert done.returncode == 0, done.stderr
