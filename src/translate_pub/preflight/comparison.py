"""Two printings of a file held against each other: which pages were changed, added or taken away, and where.

Pages are compared as they look, at `PPI` pixels an inch, so that a file that was only written anew has no differences.
Equal pages are matched first; what lies between them is paired by its text.
"""

from __future__ import annotations

import difflib
import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from translate_pub.model.comparison import Change, Comparison, Kind
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity
from translate_pub.model.preflight import Rect

if TYPE_CHECKING:
    from PIL.Image import Image

PPI = 100
_POINTS = 72.0
_VISIBLE = 24
"""Of 255 steps: what the eye and a press can tell apart; less is the rounding of a renderer."""
_GAP = 8
"""Pixels between two places that are told apart."""
_ALIKE = 0.5
"""Likeness of text from which a page is the other one changed."""

Watch = Callable[[int], None]
"""Is told the number of each page of the newer file that is looked at."""


def compare(old: bytes, new: bytes, names: tuple[str, str], watch: Watch) -> Outcome[Comparison]:
    """Compare two files.

    Args:
        old: the file as it was printed.
        new: the file as it is to be printed now.
        names: how messages call them.
        watch: is told the pages that are looked at.
    """
    found = [_unreadable(data, name) for data, name in zip((old, new), names, strict=True)]
    faults = tuple(fault for fault in found if fault)
    if faults:
        return Outcome(None, faults)
    import pypdfium2  # noqa: PLC0415  # only pictures need it

    before, after = pypdfium2.PdfDocument(old), pypdfium2.PdfDocument(new)
    try:
        pages = [_prints(before, lambda _: None), _prints(after, watch)]
        changes = tuple(_changes(before, after, *pages))
        labels = tuple(tuple(one.get_page_label(place) for place in range(len(one))) for one in (before, after))
        return Outcome(Comparison(*names, len(before), len(after), changes, *labels))
    finally:
        before.close()
        after.close()


def _unreadable(data: bytes, name: str) -> Diagnostic | None:
    """Say why a file cannot be compared, if it cannot."""
    import pypdfium2  # noqa: PLC0415  # as above

    try:
        with pypdfium2.PdfDocument(data) as document:
            empty = not len(document)
    except pypdfium2.PdfiumError as error:
        reason = "it is protected by a password" if "assword" in str(error) else "it is no PDF, or a damaged one"
        return Diagnostic("P160", Severity.ERROR, f"{name} cannot be read: {reason}")
    return Diagnostic("P160", Severity.ERROR, f"{name} cannot be read: it has no pages") if empty else None


def _draw(document: Any, place: int) -> Image:  # noqa: ANN401  # pypdfium2 has no types
    """Draw a page."""
    image: Image = document[place].render(scale=PPI / _POINTS).to_pil().convert("RGB")
    return image


def _prints(document: Any, watch: Watch) -> list[str]:  # noqa: ANN401  # as above
    """Return what each page looks like, in short; equal pages have the same."""
    prints = []
    for place in range(len(document)):
        watch(place + 1)
        image = _draw(document, place)
        prints.append(hashlib.sha256(repr(image.size).encode() + image.tobytes()).hexdigest())
    return prints


def _changes(before: Any, after: Any, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:  # noqa: ANN401  # as above
    """Find the pages that differ, in the order of the newer file."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, first, last, begin, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        for one, other in _pairs(before, after, range(first, last), range(begin, end)):
            if one is None and other is not None:
                yield Change(Kind.ADDED, None, other + 1)
            elif other is None and one is not None:
                yield Change(Kind.REMOVED, one + 1, None)
            elif one is not None and other is not None:
                places = _places(_draw(before, one), _draw(after, other))
                if places:
                    yield Change(Kind.CHANGED, one + 1, other + 1, places)


def _pairs(before: Any, after: Any, old: range, new: range) -> Iterator[tuple[int | None, int | None]]:  # noqa: ANN401  # as above
    """Pair pages that were changed: in turn where there are as many, by their texts otherwise."""
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
        return
    texts = [[_words(document, place) for place in places] for document, places in ((before, old), (after, new))]
    row = partners(texts[0], texts[1])
    following = list(new)
    for place, partner in zip(old, row, strict=True):
        if partner is None:
            yield place, None
            continue
        while following and following[0] < new[partner]:
            yield None, following.pop(0)
        yield place, following.pop(0)
    for place in following:
        yield None, place


def _words(document: Any, place: int) -> list[str]:  # noqa: ANN401  # as above
    """Read the words of a page."""
    return str(document[place].get_textpage().get_text_range()).split()


def partners(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> list[int | None]:
    """Find for each old page the new one that it became, so that the likeness of all together is the greatest."""
    likeness = _likenesses(old, new)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for row in range(len(old) - 1, -1, -1):
        for column in range(len(new) - 1, -1, -1):
            alike = likeness[row][column]
            together = alike + best[row + 1][column + 1] if alike >= _ALIKE else 0.0
            best[row][column] = max(together, best[row + 1][column], best[row][column + 1])
    found: list[int | None] = []
    column = 0
    for row in range(len(old)):
        while column < len(new) and best[row][column] == best[row][column + 1] > best[row + 1][column]:
            column += 1
        taken = column < len(new) and best[row][column] > max(best[row + 1][column], best[row][column + 1])
        found.append(column if taken else None)
        column += taken
    return found


def _likenesses(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> list[list[float]]:
    """Measure how alike the words of each old page and each new one are: 0 to 1, and 0 where it is less than `_ALIKE`.

    A book whose text has moved by a line has no page as it was, and as many pairs as the square of its pages: what the
    words have in common, in whatever order, is counted first, because their order can only make it less.
    """
    counted = [_counted(words) for words in new]
    likenesses = []
    for one in old:
        own, matcher = _counted(one), difflib.SequenceMatcher(None, (), one, autojunk=False)
        row = [0.0] * len(new)
        for place, (other, its) in enumerate(zip(new, counted, strict=True)):
            if 2 * len(own & its) >= _ALIKE * (len(own) + len(its)):
                matcher.set_seq1(other)
                row[place] = matcher.ratio()
        likenesses.append(row)
    return likenesses


def _counted(words: Sequence[str]) -> frozenset[tuple[str, int]]:
    """Number each word by how often it stood before, so that a set has all of them."""
    seen: dict[str, int] = {}
    numbered = []
    for word in words:
        seen[word] = seen.get(word, -1) + 1
        numbered.append((word, seen[word]))
    return frozenset(numbered)


def _places(one: Image, other: Image) -> tuple[Rect, ...]:
    """Find where two pages differ, in pt from the foot and left; all of the page where their sizes differ."""
    from PIL import ImageChops  # noqa: PLC0415  # as above

    scale = _POINTS / PPI
    if one.size != other.size:
        return (Rect(0, 0, other.width * scale, other.height * scale),)
    difference = ImageChops.difference(one, other).convert("L").point(lambda step: 255 if step >= _VISIBLE else 0)
    return tuple(
        Rect(left * scale, (one.height - bottom) * scale, right * scale, (one.height - top) * scale)
        for left, top, right, bottom in _regions(difference)
    )


def _regions(difference: Image) -> Iterator[tuple[int, int, int, int]]:
    """Divide what differs into bands, from the head to the foot."""
    marked = [row for row in range(difference.height) if difference.crop((0, row, difference.width, row + 1)).getbbox()]
    bands: list[list[int]] = []
    for row in marked:
        if bands and row - bands[-1][1] <= _GAP:
            bands[-1][1] = row
        else:
            bands.append([row, row])
    for top, bottom in bands:
        box = difference.crop((0, top, difference.width, bottom + 1)).getbbox()
        if box:
            yield box[0], top, box[2], bottom + 1


def extract(data: bytes, pages: Sequence[int]) -> bytes:
    """Make a file of some pages of a finished one, as they are: what a printer is sent again.

    Args:
        data: the file.
        pages: counted from 1.
    """
    import pikepdf  # noqa: PLC0415  # a comparison alone spares it

    with pikepdf.open(io.BytesIO(data)) as pdf:
        wanted = set(pages)
        for place in range(len(pdf.pages) - 1, -1, -1):
            if place + 1 not in wanted:
                del pdf.pages[place]
        for key in ("/Outlines", "/Names", "/Dests", "/PageLabels", "/StructTreeRoot", "/OpenAction"):
            if key in pdf.Root:
                del pdf.Root[key]
        for page in pdf.pages:
            if "/Annots" in page.obj:
                del page.obj["/Annots"]
        pdf.remove_unreferenced_resources()
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, min_version=pdf.pdf_version)
        return out.getvalue()
