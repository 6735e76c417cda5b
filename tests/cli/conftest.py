"""The real command in real workspaces."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.speaking import Answer, Say
from translate_pub.cli import main


@pytest.fixture
def say(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Give the command line, run in this process."""
    monkeypatch.setenv("NO_COLOR", "1")

    def run(*words: str | Path) -> Answer:
        capfd.readouterr()
        code = main([str(word) for word in words])
        return Answer(code, *capfd.readouterr())

    return run
