"""What tests of every floor share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def repository() -> Path:
    """Give the root of this checkout."""
    return Path(__file__).resolve().parent.parent
