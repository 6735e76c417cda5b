"""What has a place on a page other than by its content, moved along with it: links, destinations, patterns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from translate_pub.publish import patterns

Shifts = Mapping[tuple[int, int], tuple[float, float]]
"""Object of a page -> how far it moved, in pt."""
_PLACE = 4
"""Length of a destination that names a place: page, XYZ, left, top."""


def move(pdf: Pdf, shifts: Shifts) -> None:
    """Move all that points at a place."""
    if not any(x or y for x, y in shifts.values()):
        return
    for page in pdf.pages:
        x, y = shifts[page.obj.objgen]
        for annotation in page.obj.get("/Annots", Array()).as_list():
            rectangle = (float(value) for value in annotation.Rect.as_list())
            annotation.Rect = Array([round(value + (y if at % 2 else x), 4) for at, value in enumerate(rectangle)])
            _move(annotation.get("/Dest"), shifts)
    _move_patterns(pdf, shifts)
    for destination in _named(pdf.Root.get("/Names", Dictionary()).get("/Dests")):
        _move(destination, shifts)
    for item in _outline(pdf.Root.get("/Outlines", Dictionary()).get("/First")):
        _move(item.get("/Dest"), shifts)
        _move(item.get("/A", Dictionary()).get("/D"), shifts)


def _move(destination: Object | None, shifts: Shifts) -> None:
    if isinstance(destination, Dictionary):
        destination = destination.get("/D")
    if not isinstance(destination, Array) or len(destination) < _PLACE or destination[1] != Name.XYZ:
        return
    x, y = shifts.get(destination[0].objgen, (0.0, 0.0))
    for at, length in ((2, x), (3, y)):
        if destination[at] is not None:
            destination[at] = round(float(destination[at]) + length, 4)


def _move_patterns(pdf: Pdf, shifts: Shifts) -> None:
    """Move the patterns that pages paint with, whose place counts from the page's corner (ISO 32000-1, 8.7.2)."""
    moved: dict[tuple[object, ...], Object] = {}
    for page in pdf.pages:
        resources, shift = page.obj.get("/Resources", Dictionary()), shifts[page.obj.objgen]
        if not any(shift) or not len(resources.get("/Pattern", Dictionary())):
            continue
        key = (resources.objgen, shift)
        # Pages that move alike go on sharing their resources.
        if key not in moved or not resources.is_indirect:
            own = Dictionary(dict(resources.items()))
            own.Pattern = Dictionary({name: _moved(pdf, one, shift) for name, one in resources.Pattern.items()})
            moved[key] = pdf.make_indirect(own)
        page.obj.Resources = moved[key]


def _moved(pdf: Pdf, pattern: Object, shift: tuple[float, float]) -> Object:
    """Return a copy of a pattern that stands elsewhere."""
    if isinstance(pattern, Stream):
        copy: Object = pdf.make_stream(pattern.read_bytes())
        for key, value in pattern.items():
            if key not in {"/Length", "/Filter", "/DecodeParms"}:
                copy[key] = value
    else:
        copy = pdf.make_indirect(Dictionary(dict(pattern.items())))
    patterns.move(copy, *shift)
    return copy


def _named(node: Object | None) -> Iterator[Object]:
    """Yield the destinations of a name tree."""
    waiting = [node] if node is not None else []
    while waiting:
        one = waiting.pop()
        waiting += one.get("/Kids", Array()).as_list()
        yield from one.get("/Names", Array()).as_list()[1::2]


def _outline(first: Object | None) -> Iterator[Object]:
    """Yield the lines of an outline."""
    waiting = [first]
    while waiting:
        item = waiting.pop()
        while item is not None:
            yield item
            waiting.append(item.get("/First"))
            item = item.get("/Next")
