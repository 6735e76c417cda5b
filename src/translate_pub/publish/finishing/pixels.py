"""The pixels of a picture: read from a PDF, laid on white, made smaller, converted, and written for a PDF again."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Name

from translate_pub.publish.finishing import icc

if TYPE_CHECKING:
    from PIL.Image import Image

OPAQUE = 255
UNREADABLE = (
    OSError,
    ValueError,
    TypeError,
    KeyError,
    NotImplementedError,
    pikepdf.PdfError,
    pikepdf.UnsupportedImageTypeError,
    pikepdf.InvalidPdfImageError,
    pikepdf.HifiPrintImageNotTranscodableError,
    MemoryError,
)
"""What reading a picture may raise: those of strangers' files are in every kind there is."""
_QUALITY = 92
"""Of a JPEG that was one, in Pillow's measure."""
_FIRST_QUALITY = 95
"""Of a JPEG that was none."""
_FEW_COLOURS = 4096
"""A picture with no more is a drawing or a screenshot, which shows the traces of JPEG."""


def is_jpeg(image: pikepdf.Stream) -> bool:
    """Whether a picture's bytes are those of a JPEG."""
    filters = image.get("/Filter")
    last = filters[-1] if isinstance(filters, Array) and len(filters) else filters
    return last == Name.DCTDecode


def read(image: pikepdf.Stream) -> tuple[Image, Image | None, bytes]:
    """Return a picture as RGB, L, CMYK or 1, how much of each pixel is seen, and the ICC profile that it came with.

    Raises:
        pikepdf.PdfError, OSError, ValueError, NotImplementedError: its pixels cannot be had.
    """
    from PIL.Image import DecompressionBombError  # noqa: PLC0415 - only a file with pictures needs it

    soft = image.get("/SMask")
    if soft is not None:
        del image["/SMask"]
    try:
        picture = pikepdf.PdfImage(image).as_pil_image()
        picture.load()
    except DecompressionBombError as error:
        raise ValueError(str(error)) from error
    finally:
        if soft is not None:
            image["/SMask"] = soft
    source = picture.info.get("icc_profile") or b""
    picture = _plain(picture, image)
    alpha = None
    if soft is not None:
        assert isinstance(soft, pikepdf.Stream)  # noqa: S101  # a soft mask is a picture
        alpha = pikepdf.PdfImage(soft).as_pil_image().convert("L")
        alpha = alpha if alpha.size == picture.size else alpha.resize(picture.size)
    known = icc.MODES.get(picture.mode) == icc.channels(source) if source else False
    return picture, alpha, source if known else b""


def _plain(picture: Image, image: pikepdf.Stream) -> Image:
    if picture.mode in {"1", "L", "RGB"}:
        return picture
    if picture.mode == "CMYK":
        # Pillow takes every CMYK JPEG for one of Adobe's, whose numbers mean paper instead of ink; a PDF says so.
        inverted = "/Decode" in image and float(image.Decode[0]) > float(image.Decode[1])
        return _inverted(picture) if is_jpeg(image) and not inverted else picture
    if picture.mode in {"I;16", "I", "F"}:
        return picture.convert("L")
    return picture.convert("RGB")


def _inverted(picture: Image) -> Image:
    from PIL import ImageChops  # noqa: PLC0415 - only pictures of this kind need it

    return ImageChops.invert(picture)


def on_white(picture: Image, alpha: Image) -> Image:
    """Lay a picture on white paper."""
    from PIL import Image as Images  # noqa: PLC0415 - likewise

    base = picture.convert("L") if picture.mode == "1" else picture
    paper = Images.new(base.mode, base.size, "white" if base.mode != "CMYK" else (0, 0, 0, 0))
    return Images.composite(base, paper, alpha)


def plainest(picture: Image) -> Image:
    """Return a picture with the fewest channels that hold it: greys are no RGB, and black and white no greys."""
    from PIL import ImageChops  # noqa: PLC0415 - likewise
    from PIL.Image import Dither  # noqa: PLC0415 - likewise

    if picture.mode == "RGB":
        red, green, blue = picture.split()
        if ImageChops.difference(red, green).getbbox() or ImageChops.difference(green, blue).getbbox():
            return picture
        picture = green
    if picture.mode == "L" and not any(picture.histogram()[1:-1]):
        return picture.convert("1", dither=Dither.NONE)
    return picture


def resized(picture: Image, size: tuple[int, int]) -> Image:
    """Return a picture with fewer pixels."""
    from PIL.Image import Resampling  # noqa: PLC0415 - likewise

    return picture if picture.mode == "1" else picture.resize(size, Resampling.LANCZOS, reducing_gap=3.0)


def to_grey(picture: Image) -> Image:
    """Return a picture in black alone."""
    return picture.convert("RGB").convert("L") if picture.mode == "CMYK" else picture.convert("L")


def to_cmyk(picture: Image, profile: bytes | None, source: bytes, limit: float | None) -> Image:
    """Return an RGB picture in the inks of a press, no spot of it with more ink than the limit (per cent).

    Raises:
        OSError: littleCMS cannot use one of the profiles.
    """
    if profile is not None:
        return _limited(icc.convert(picture, profile, source), limit)
    from PIL import Image as Images  # noqa: PLC0415 - likewise
    from PIL import ImageChops  # noqa: PLC0415 - likewise

    inks = [ImageChops.invert(band) for band in picture.split()]
    black = ImageChops.darker(ImageChops.darker(inks[0], inks[1]), inks[2])
    return Images.merge("CMYK", [*(ImageChops.subtract(ink, black) for ink in inks), black])


def _limited(picture: Image, limit: float | None) -> Image:
    """Take colour, but no black, from the spots with more ink than a press can take."""
    if limit is None:
        return picture
    from PIL import Image as Images  # noqa: PLC0415 - likewise
    from PIL import ImageMath  # noqa: PLC0415 - likewise

    cyan, magenta, yellow, black = (band.convert("F") for band in picture.split())
    coloured = ImageMath.lambda_eval(lambda has: has["c"] + has["m"] + has["y"], c=cyan, m=magenta, y=yellow)
    allowed = ImageMath.lambda_eval(lambda has: limit * 2.55 - has["k"], k=black)
    over = ImageMath.lambda_eval(lambda has: has["sum"] - has["most"], sum=coloured, most=allowed)
    if over.getextrema()[1] <= 0:
        return picture
    # One less than the share, so that rounding to bytes stays below the limit.
    share = ImageMath.lambda_eval(
        lambda has: has["min"](has["most"] / has["max"](has["sum"], 1), 1), sum=coloured, most=allowed
    )
    less = [
        ImageMath.lambda_eval(lambda has: has["convert"](has["ink"] * has["share"], "L"), ink=ink, share=share)
        for ink in (cyan, magenta, yellow)
    ]
    return Images.merge("CMYK", [*less, picture.getchannel("K")])


def encode(picture: Image, *, jpeg: bool) -> tuple[bool, bytes]:
    """Return whether a picture is written as JPEG, and its bytes: those, or compressed rows."""
    photograph = picture.mode in {"RGB", "CMYK"} and picture.getcolors(_FEW_COLOURS) is None
    if picture.mode == "1" or not (jpeg or photograph):
        return False, zlib.compress(picture.tobytes(), 9)
    data = io.BytesIO()
    quality = _QUALITY if jpeg else _FIRST_QUALITY
    picture.save(data, "JPEG", quality=quality, subsampling=0, icc_profile=None)
    return True, data.getvalue()
