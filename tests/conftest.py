"""What tests of every floor share."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A machine that is busy is not a finding. In CI hypothesis has a profile of its own, with the same examples each time.
settings.register_profile("at-the-desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
if "CI" not in os.environ:
    settings.load_profile("at-the-desk")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be written anew, to be read as a diff."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew instead of comparing")


@pytest.fixture(scope="session")
def update_golden(pytestconfig: pytest.Config) -> bool:
    """Tell whether golden files are to be written anew."""
    return bool(pytestconfig.getoption("--update-golden"))


@pytest.fixture(scope="session")
def repository() -> Path:
    """Give the root of this checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture
def leaflet(tmp_path: Path, repository: Path) -> Path:
    """Give a workspace of its own to a test: Swedish is complete, Urdu half done, German not begun."""
    return Path(shutil.copytree(repository / "tests" / "leaflet", tmp_path / "leaflet"))
