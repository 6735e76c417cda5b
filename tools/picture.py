"""Make the README's picture, pages of two editions side by side, from what was built: `python -m tools.picture`.

Shown are the pages of the same two places of the sample handbook, in each edition in its own reading direction.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

ROOT = Path(__file__).resolve().parent.parent
BOOK = "bolshevism-handbook"
TARGET = ROOT / "docs" / "pages.png"
ANCHORS = ("union", "fig-exile")
"""Ids of the sources: the opening of the second chapter and its map."""
DPI = 120
_POINTS_PER_INCH = 72
GRAYS = 16
LIMIT = 400_000
"""Bytes that the picture may have: it is part of every clone."""
_GAP, _GUTTER = 6, 44
"""Pixels between the pages of one edition, and around and between the editions."""
_DESK, _EDGE = 225, 160
"""Grays of what the pages lie on and of their edge."""


@dataclass(frozen=True)
class Edition:
    """One of the editions shown."""

    language: str
    right_to_left: bool = False

    def path(self, build: Path) -> Path:
        """Return where its interior is built."""
        return build / BOOK / self.language / f"{BOOK}-{self.language}-print.pdf"


EDITIONS = (Edition("sv"), Edition("ur", right_to_left=True))


class PictureError(Exception):
    """The picture cannot be made."""


def make(build: Path, anchors: Iterable[str] = ANCHORS) -> Image.Image:
    """Lay the pages of the given ids side by side.

    Raises:
        PictureError: an edition is not built, or has no such id.
    """
    return ImageOps.expand(_beside([_edition(one, build, anchors) for one in EDITIONS], _GUTTER), _GUTTER, _DESK)


def page_of(document: pypdfium2.PdfDocument, anchor: str) -> int:
    """Return the index of the page on which an id of the sources stands.

    Raises:
        PictureError: it stands nowhere.
    """
    place = pypdfium2.raw.FPDF_GetNamedDestByName(document, anchor.encode())
    index = int(pypdfium2.raw.FPDFDest_GetDestPageIndex(document, place)) if place else -1
    if index < 0:
        raise PictureError(f"the id {anchor} stands nowhere")
    return index


def _edition(edition: Edition, build: Path, anchors: Iterable[str]) -> Image.Image:
    path = edition.path(build)
    if not path.is_file():
        raise PictureError(f"{path} is not there; `make book` builds it")
    document = pypdfium2.PdfDocument(path)
    pages = [_page(document[page_of(document, anchor)]) for anchor in anchors]
    return _beside(pages[::-1] if edition.right_to_left else pages, _GAP)


def _page(page: pypdfium2.PdfPage) -> Image.Image:
    """Draw a page as it is after trimming."""
    left, bottom, right, top = page.get_trimbox()
    width, height = page.get_size()
    bleed = (left, bottom, width - right, height - top)
    drawn = page.render(scale=DPI / _POINTS_PER_INCH, crop=bleed).to_pil().convert("L")
    return ImageOps.expand(drawn, 1, _EDGE)


def _beside(pictures: list[Image.Image], gap: int) -> Image.Image:
    width = sum(picture.width for picture in pictures) + gap * (len(pictures) - 1)
    whole = Image.new("L", (width, max(picture.height for picture in pictures)), _DESK)
    left = 0
    for picture in pictures:
        whole.paste(picture, (left, 0))
        left += picture.width + gap
    return whole


def main() -> int:
    """Write the picture from the build folder that is given, else from `build/`."""
    build = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build"
    try:
        picture = make(build)
    except PictureError as error:
        print(f"picture: {error}", file=sys.stderr)
        return 1
    picture.quantize(GRAYS).save(TARGET, optimize=True)
    size = TARGET.stat().st_size
    print(f"{TARGET.relative_to(ROOT)}: {picture.width} x {picture.height} pixels, {size:,} bytes")
    return 0 if size <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
