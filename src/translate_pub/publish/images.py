"""Images that are missing, cannot be read, or are too small for the size at which they stand on the page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from urllib.parse import urljoin
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from translate_pub.model.diagnostic import Diagnostic, Severity
from translate_pub.publish.boxes import ImageBox, inside
from translate_pub.publish.fetcher import ADDRESS_LENGTH, Fetcher, MissingError, OutsideError, Resource, ResourceError
from translate_pub.publish.section import Locator

PRINT_DPI = 300
"""Pixels an inch below which an image is worth a warning (common demand of book printers; research of 2026)."""
LEAST_DPI = 150
"""Pixels an inch below which an image looks coarse at reading distance: an error."""
_PX_PER_INCH = 96
LOGGED = re.compile(r"Failed to load image at (['\"])(?P<url>.*?)\1: .*", re.DOTALL)
"""How WeasyPrint complains of an image."""
SILENT = re.compile(r'Image ".*" has no required alt description', re.DOTALL)
"""How it complains of one that says nothing of what it shows."""


def check_alternatives(root: Element, locator: Locator) -> list[Diagnostic]:
    """Find images that say nothing of what they show."""
    hints = ("write between the brackets what it shows: ![A street in Minsk, 1898](street.jpg)",)
    return [
        Diagnostic(
            "P028",
            Severity.WARNING,
            f"the image {_short(element.get('src', ''))} has no alternative text: to readers who cannot see it, "
            "it is decoration",
            locator.find(element),
            hints,
        )
        for element in root.iter("img")
        if not (element.get("alt") or "").strip() and element.get("aria-hidden") != "true"
    ]


def check_files(root: Element, fetcher: Fetcher, locator: Locator) -> list[Diagnostic]:
    """Read every image that a section names."""
    found = []
    for element in root.iter("img"):
        address = element.get("src", "")
        try:
            borrowed = _open(fetcher.read(urljoin(fetcher.base, address)))
        except MissingError as error:
            found.append(_finding("P004", f"the image {_short(address)} is missing: {error}", element, locator))
        except OutsideError as error:
            found.append(_finding("P002", f"{_short(address)} is not used: {error}", element, locator))
        except ResourceError as error:
            found.append(_finding("P005", f"the image {_short(address)} cannot be read: {error}", element, locator))
        else:
            found += [_borrowed(other, element, locator) for other in borrowed]
    drawings = (element for element in root.iter() if str(element.tag).endswith("svg"))
    return found + [_borrowed(other, drawing, locator) for drawing in drawings for other in _elsewhere(drawing)]


def from_log(complaint: str, root: Element, fetcher: Fetcher) -> Diagnostic | None:
    """Make a finding of an image that a stylesheet names in vain; those that the text names have theirs already."""
    logged = LOGGED.fullmatch(complaint)
    url = logged["url"] if logged else ""
    named = {urljoin(fetcher.base, element.get("src", "")) for element in root.iter("img")}
    if url in named or url[:ADDRESS_LENGTH] in fetcher.refused:
        return None
    message = f"the image {_short(url)}, which a stylesheet names, is missing or cannot be read"
    return Diagnostic("P004", Severity.ERROR, message)


def _open(resource: Resource) -> list[str]:
    """Open an image; return the other files of which a drawing wants to use parts."""
    if resource.kind == "image/svg+xml":
        try:
            return _elsewhere(ET.fromstring(resource.data))  # noqa: S314 - expat refuses entity bombs since 2.4.1
        except ET.ParseError as error:
            raise ResourceError(f"it is not well-formed SVG ({error})") from error
    _open_pixels(resource)
    return []


def _elsewhere(drawing: Element) -> list[str]:
    """Return the addresses of `<use>` that are not in the drawing itself; nothing is drawn for them."""
    links = (
        element.get(name, "")
        for element in drawing.iter()
        if str(element.tag).rpartition("}")[2] == "use"
        for name in ("href", "{http://www.w3.org/1999/xlink}href", "xlink:href")
    )
    return [link for link in links if link and not link.startswith("#")]


def _borrowed(other: str, element: Element, locator: Locator) -> Diagnostic:
    message = f"a drawing uses a part of {_short(other)}, which is not used: a drawing must be whole in itself"
    return _finding("P002", message, element, locator)


def _open_pixels(resource: Resource) -> None:
    from PIL import Image, ImageFile, UnidentifiedImageError  # noqa: PLC0415 - only a section with images needs it

    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with Image.open(io.BytesIO(resource.data)) as image:
            image.load()
    except UnidentifiedImageError as error:
        raise ResourceError("it is no image, or its beginning is damaged") from error
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ResourceError(str(error) or "its bytes are damaged") from error
    finally:
        # WeasyPrint wants it on; here a file that ends too soon is to be heard of.
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def check_sizes(pages: Iterable[object], locator: Locator) -> list[Diagnostic]:
    """Hold the pixels of every placed image against the size that it is printed at."""
    found = []
    for page in pages:
        for box in inside(page):
            if isinstance(box, ImageBox) and box.element is not None:
                dpi = _resolution(box)
                if dpi is not None and dpi < PRINT_DPI:
                    found.append(_too_small(box, box.element, dpi, locator))
    return found


def _resolution(box: ImageBox) -> int | None:
    """Return the pixels an inch of an image as placed, or None for one without pixels (SVG)."""
    width: object = getattr(box.replacement, "width", None)
    height: object = getattr(box.replacement, "height", None)
    if not isinstance(width, int) or not isinstance(height, int):
        return None
    if not width or not height or not box.width or not box.height:
        return None
    return round(min(width / box.width, height / box.height) * _PX_PER_INCH)


def _too_small(box: ImageBox, element: Element, dpi: int, locator: Locator) -> Diagnostic:
    inches = box.width / _PX_PER_INCH
    message = (
        f"the image {_short(element.get('src', ''))} has {dpi} pixels an inch at its size in print "
        f"({inches * 25.4:.0f} mm wide); {PRINT_DPI} are wanted, below {LEAST_DPI} it looks coarse"
    )
    severity = Severity.ERROR if dpi < LEAST_DPI else Severity.WARNING
    hints = (f"give it at least {round(inches * PRINT_DPI)} pixels of width, or print it smaller",)
    return Diagnostic("P006", severity, message, locator.find(element), hints)


def _finding(code: str, message: str, element: Element, locator: Locator) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, locator.find(element))


def _short(address: str) -> str:
    return address if len(address) <= 80 else f"{address[:30]}…{address[-40:]}"  # noqa: PLR2004 - a line of the terminal
