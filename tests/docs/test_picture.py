"""The picture of the README."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tools import picture


def test_the_picture_is_small_and_wide() -> None:
    """It is part of every clone, and shows four pages side by side."""
    assert picture.TARGET.stat().st_size <= picture.LIMIT
    with Image.open(picture.TARGET) as shown:
        assert shown.width > 2 * shown.height


def test_a_picture_of_what_is_not_built_is_refused(tmp_path: Path) -> None:
    """The command that builds it is named."""
    with pytest.raises(picture.PictureError, match="make book"):
        picture.make(tmp_path)
