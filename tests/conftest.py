"""What tests of every floor share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A machine that is busy is not a finding. In CI hypothesis has a profile of its own, whose examples are always the same.
settings.register_profile("at-the-desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
if "CI" not in os.environ:
    settings.load_profile("at-the-desk")


@pytest.fixture(scope="session")
def repository() -> Path:
    """Give the root of this checkout."""
    return Path(__file__).resolve().parent.parent
