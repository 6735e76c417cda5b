"""Pictures in the colours of the press: converted once, at the resolution that it can use, and kept for the next build.

What is right already (grey, CMYK, one bit a pixel, not too large) keeps its bytes. What was a JPEG stays one, of good
quality; drawings with few colours stay exact; what can be seen through is laid on white where the standard forbids it.
"""

from __future__ import annotations

import hashlib
import json
import math
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from translate_pub.model.diagnostic import Diagnostic, Severity
from translate_pub.model.printing import ColourMode, PrinterProfile, Standard
from translate_pub.publish.finishing import pixels, spaces
from translate_pub.publish.finishing.palette import Palette
from translate_pub.publish.finishing.repainting import Placed
from translate_pub.publish.finishing.spaces import Kind
from translate_pub.publish.finishing.transparency import on_pages

_RECIPE = 1
"""Counts changes of what this module and `pixels` make of a picture, so that what older ones made is not taken."""
_SLACK = 1.05
"""A picture this little too large is left alone: it would lose more by being made anew than it weighs."""
_POINTS_PER_INCH = 72
_MADE = ("/ColorSpace", "/BitsPerComponent", "/Decode", "/Filter", "/DecodeParms", "/Interpolate", "/Intent")
_SPACES = {"1": "/DeviceGray", "L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}
_NAMED_INKS = {"/Separation", "/DeviceN"}
_GOAL = {ColourMode.CMYK: "CMYK", ColourMode.RGB: "RGB", ColourMode.GREY: "L", ColourMode.SPOT: "L"}


class PictureStore(Protocol):
    """Where converted pictures are kept from build to build; it may forget."""

    def get(self, key: str) -> bytes | None:
        """Return what was kept under a key."""

    def put(self, key: str, data: bytes) -> None:
        """Keep something."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A converted picture, as it is kept."""

    mode: str
    width: int
    height: int
    jpeg: bool
    flattened: bool
    guessed: bool
    data: bytes

    def pack(self) -> bytes:
        head = [self.mode, self.width, self.height, self.jpeg, self.flattened, self.guessed]
        return json.dumps(head).encode() + b"\n" + self.data

    @classmethod
    def unpack(cls, packed: bytes | None) -> _Made | None:
        """Read what was kept; None where it is damaged."""
        head, _, data = (packed or b"").partition(b"\n")
        try:
            mode, width, height, jpeg, flattened, guessed = json.loads(head)
            return cls(str(mode), int(width), int(height), bool(jpeg), bool(flattened), bool(guessed), data)
        except (ValueError, TypeError):
            return None


class Pictures:
    """Converts the pictures of one file."""

    def __init__(
        self, pdf: Pdf, palette: Palette, profile: PrinterProfile, standard: Standard, store: PictureStore | None
    ) -> None:
        self._pdf, self._palette, self._profile, self._store = pdf, palette, profile, store
        self._opaque = not (standard.allows_transparency and profile.transparency)
        self._press = hashlib.sha256(palette.profile or b"").hexdigest()
        self._found: list[Diagnostic] = []

    def convert(self, placed: Iterable[Placed]) -> list[Diagnostic]:
        """Convert pictures in place; return what was found."""
        for one in placed:
            if one.image.get("/ImageMask", False):
                continue
            if not self._is_right(one):
                self._convert(one)
            for part in (one.image, one.image.get("/SMask")):
                if part is not None and "/Interpolate" in part:
                    del part["/Interpolate"]  # PDF/A forbids it, and it blurs drawings
        return self._found

    def _goal(self, placed: Placed) -> str:
        return "L" if placed.in_mask else _GOAL[self._palette.mode]

    def _is_right(self, placed: Placed) -> bool:
        image = placed.image
        space = image.get("/ColorSpace")
        if (self._opaque and "/SMask" in image) or self._smaller(placed):
            return False
        goal, kind = self._goal(placed), spaces.kind(space)
        if isinstance(space, Array):
            # Named inks print as they are; what has a profile of its own, or a palette, is made anew.
            return str(space[0]) in _NAMED_INKS and not self._palette.on_screen
        if kind is Kind.RGB:
            return goal == "RGB"
        return kind is Kind.GREY or (kind is Kind.CMYK and goal in {"CMYK", "RGB"} and not self._palette.on_screen)

    def _smaller(self, placed: Placed) -> tuple[int, int] | None:
        """Return the pixels that are enough for the largest place of a picture, or None where it has no more."""
        width, height = int(placed.image.Width), int(placed.image.Height)
        if not placed.width_pt or not placed.height_pt or int(placed.image.get("/BitsPerComponent", 8)) == 1:
            return None
        has = min(width / placed.width_pt, height / placed.height_pt) * _POINTS_PER_INCH
        if has <= self._profile.most_ppi * _SLACK:
            return None
        share = self._profile.most_ppi / has
        return math.ceil(width * share), math.ceil(height * share)

    def _convert(self, placed: Placed) -> None:
        size, goal = self._smaller(placed), self._goal(placed)
        key = self._key(placed.image, goal, size)
        made = _Made.unpack(self._store.get(key)) if self._store else None
        if made is None:
            try:
                made = self._make(placed.image, goal, size)
            except pixels.UNREADABLE as error:
                message = f"a picture on {on_pages(placed.pages)} cannot be converted for the press: {error}"
                hints = ("save it anew as PNG or JPEG, in RGB, grey or CMYK",)
                self._found.append(Diagnostic("P025", Severity.ERROR, message, hints=hints))
                return
            if self._store:
                self._store.put(key, made.pack())
        self._replace(placed.image, made, size)
        self._tell(placed, made)

    def _key(self, image: Object, goal: str, size: tuple[int, int] | None) -> str:
        """Name a conversion by all that it depends on."""
        settings = (_RECIPE, goal, size, self._press, self._palette.ink_limit, self._opaque, self._palette.on_screen)
        digest = hashlib.sha256(repr(settings).encode())
        for one in (image, image.get("/SMask") if self._opaque else None):
            if one is not None:
                described = {key: value for key, value in one.items() if key not in {"/SMask", "/Length"}}
                digest.update(Dictionary(described).unparse(resolved=True))
                digest.update(one.read_raw_bytes())
        return digest.hexdigest()

    def _make(self, image: pikepdf.Stream, goal: str, size: tuple[int, int] | None) -> _Made:
        jpeg = pixels.is_jpeg(image)
        picture, alpha, source = pixels.read(image)
        flattened = False
        if alpha is not None and self._opaque:
            flattened = alpha.getextrema()[0] != pixels.OPAQUE
            picture = pixels.on_white(picture, alpha) if flattened else picture
        picture = pixels.plainest(picture)
        if size:
            picture = pixels.resized(picture, size)
        guessed = False
        if goal == "CMYK" and picture.mode == "RGB":
            guessed = self._palette.profile is None
            picture = pixels.to_cmyk(picture, self._palette.profile, source, self._palette.ink_limit)
        elif goal == "RGB" and picture.mode == "CMYK" and self._palette.on_screen:
            picture = picture.convert("RGB")
        elif goal == "L" and picture.mode in {"RGB", "CMYK"}:
            picture = pixels.to_grey(picture)
        jpeg, data = pixels.encode(picture, jpeg=jpeg)
        return _Made(picture.mode, picture.width, picture.height, jpeg, flattened, guessed, data)

    def _replace(self, image: pikepdf.Stream, made: _Made, size: tuple[int, int] | None) -> None:
        for key in _MADE:
            if key in image:
                del image[key]
        if self._opaque and "/SMask" in image:
            del image["/SMask"]
        elif "/SMask" in image:
            soft = image.SMask
            assert isinstance(soft, pikepdf.Stream)  # noqa: S101  # a soft mask is a picture
            self._shrink_mask(soft, size)
        image.Width, image.Height, image.BitsPerComponent = made.width, made.height, 1 if made.mode == "1" else 8
        image.ColorSpace = Name(_SPACES[made.mode])
        image.write(made.data, filter=Name.DCTDecode if made.jpeg else Name.FlateDecode)
        if made.mode == "CMYK" and made.jpeg:
            image.Decode = Array([1, 0] * 4)  # as Adobe's marker in the JPEG says

    def _shrink_mask(self, mask: pikepdf.Stream, size: tuple[int, int] | None) -> None:
        if "/Interpolate" in mask:
            del mask["/Interpolate"]
        if size and int(mask.Width) > size[0]:
            alpha = pixels.resized(pikepdf.PdfImage(mask).as_pil_image().convert("L"), size)
            mask.Width, mask.Height, mask.BitsPerComponent = *size, 8
            if "/DecodeParms" in mask:
                del mask["/DecodeParms"]
            mask.write(zlib.compress(alpha.tobytes(), 9), filter=Name.FlateDecode)

    def _tell(self, placed: Placed, made: _Made) -> None:
        where = on_pages(placed.pages)
        if made.flattened:
            message = f"a picture on {where} can be seen through in places; it was laid on white, as the standard asks"
            hints = ("look at the page where the picture does not stand on bare paper",)
            self._found.append(Diagnostic("P026", Severity.WARNING, message, hints=hints))
        if made.guessed:
            message = f"a picture on {where} was converted without the press's ICC profile, by a plain formula"
            hints = ("set the printer's ICC profile, or bring the picture in CMYK",)
            self._found.append(Diagnostic("P020", Severity.WARNING, message, hints=hints))
