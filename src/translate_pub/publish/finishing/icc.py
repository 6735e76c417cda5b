"""ICC profiles as far as print needs them: what they describe, and colours and pictures converted by them.

Header and tags are those of ICC.1:2010, 7.2. The library is the one inside Pillow (littleCMS).
"""

from __future__ import annotations

import functools
import importlib.util
import io
from pathlib import Path
from typing import TYPE_CHECKING

from translate_pub.model.diagnostic import MachineError

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsTransform

_HEADER = 128
_SPACES = {b"CMYK": 4, b"RGB ": 3, b"GRAY": 1}
_SIGNATURE = b"acsp"
MODES = {"RGB": 3, "L": 1, "CMYK": 4}
"""Mode of a picture (Pillow) -> channels."""


def channels(profile: bytes) -> int | None:
    """Return how many colours a profile's device has (4 for CMYK); None for what is no ICC profile of a known kind."""
    if len(profile) <= _HEADER or profile[36:40] != _SIGNATURE or int.from_bytes(profile[:4], "big") != len(profile):
        return None
    return _SPACES.get(profile[16:20])


def is_output(profile: bytes) -> bool:
    """Whether a profile describes a press or printer, as an output intent must (ISO 15930-1, 6.2.2)."""
    return profile[12:16] == b"prtr"


@functools.cache
def srgb() -> bytes:
    """Return the profile of sRGB (the ICC's own of 2014, which may be freely embedded), as WeasyPrint brings it along.

    Raises:
        MachineError: it is gone.
    """
    found = importlib.util.find_spec("weasyprint")  # not imported: that costs a second
    try:
        return Path(str(found and found.origin)).parent.joinpath("pdf", "sRGB2014.icc").read_bytes()
    except OSError as error:
        raise MachineError(
            f"WeasyPrint is not whole: its profile of sRGB is gone ({error}); install it anew"
        ) from error


@functools.lru_cache(maxsize=8)
def to_cmyk(profile: bytes, source: bytes = b"", mode: str = "RGB") -> ImageCmsTransform:
    """Return the way from a picture's colours to the inks of a profile.

    Relative colorimetric with black point compensation: white paper stays bare, and black stays as deep as it can.

    Args:
        profile: the press's.
        source: the profile of the picture; sRGB where it has none.
        mode: the picture's, as Pillow calls it.

    Raises:
        OSError: littleCMS cannot use one of them.
    """
    from PIL import ImageCms  # noqa: PLC0415 - only colours that are converted need it

    try:
        given = ImageCms.ImageCmsProfile(io.BytesIO(source)) if source else ImageCms.createProfile("sRGB")
        return ImageCms.buildTransform(
            given,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            mode,
            "CMYK",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except ImageCms.PyCMSError as error:
        raise OSError(str(error)) from error


def convert(image: Image, profile: bytes, source: bytes = b"") -> Image:
    """Convert a picture to the inks of a profile.

    Raises:
        OSError: littleCMS cannot use one of the profiles.
    """
    from PIL import ImageCms  # noqa: PLC0415 - likewise

    converted = ImageCms.applyTransform(image, to_cmyk(profile, source, image.mode))
    assert converted is not None  # noqa: S101 - only None where the picture itself is changed
    return converted
