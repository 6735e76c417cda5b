"""What an installed distribution carries, proved outside the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tools import make_fonts, set_up

pytestmark = pytest.mark.slow


def _run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def distributions(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution and the wheel from a clean clone; the folder that holds both is given."""
    folder = tmp_path_factory.mktemp("clone")
    _run("git", "clone", "--quiet", repository, folder / "clone", cwd=folder)
    uv = set_up.UV_FOLDER / "bin" / "uv"
    _run(
        uv,
        "build",
        "--quiet",
        "--system-certs",
        "--python",
        sys.executable,
        "-o",
        folder / "dist",
        cwd=folder / "clone",
    )
    return folder / "dist"


@pytest.fixture(scope="module")
def installed(distributions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel alone into an environment of its own; its folder is given."""
    folder = tmp_path_factory.mktemp("installed")
    uv = set_up.UV_FOLDER / "bin" / "uv"
    _run(uv, "venv", "--quiet", "--python", sys.executable, folder / "venv", cwd=folder)
    python = folder / "venv" / "bin" / "python"
    wheel = next(distributions.glob("*.whl"))
    _run(uv, "pip", "install", "--quiet", "--system-certs", "--python", python, wheel, cwd=folder)
    return folder / "venv"


def test_the_source_distribution_carries_fonts_and_no_environment(distributions: Path) -> None:
    """Who builds from the source distribution needs no npm."""
    with tarfile.open(next(distributions.glob("*.tar.gz"))) as members:
        names = members.getnames()
    assert any(name.endswith("publish/fonts/EBGaramond-Regular.ttf") for name in names)
    assert not any("/.venv/" in name or "/.tools/" in name or "/build/" in name for name in names)


def test_the_installed_tool_has_the_fonts_of_this_checkout(installed: Path) -> None:
    """The wheel brings every face, with the bytes that the set-up makes."""
    folder = next(installed.glob("lib/python*/site-packages/translate_pub/publish/fonts"))
    assert make_fonts.is_current(folder) == make_fonts.is_current()
    here, there = (json.loads((fonts / "manifest.json").read_bytes()) for fonts in (make_fonts.FONTS, folder))
    assert there["fonts"] == here["fonts"]


def test_the_installed_tool_has_its_own_catalogues(installed: Path, repository: Path) -> None:
    """Each catalogue of the tool's own words is in the wheel."""
    here = repository / "src" / "translate_pub"
    there = next(installed.glob("lib/python*/site-packages/translate_pub"))
    carried, made = ({path.relative_to(root) for path in root.rglob("furniture.po")} for root in (there, here))
    assert carried == made


def test_the_installed_tool_runs_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    """The command starts in an empty folder and tells its version."""
    assert "0.1.0" in _run(installed / "bin" / "translate-pub", "--version", cwd=tmp_path)
