"""Which element of the HTML a structure element stands for: told by WeasyPrint while it writes a tagged PDF.

WeasyPrint tags boxes: a paragraph on two pages is two paragraphs, a footnote stands where its page ends, running heads
belong to nothing. It keeps no trace of the elements, so they are noted beside its tags, under keys of our own that
`reading` takes out again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

NODE, KIND, LANGUAGE, NUMBERING = "TPNode", "TPKind", "TPLang", "TPNumbering"
"""Keys: number of the element, its kind, its language, how a list is numbered."""
AFTER, ALTERNATIVE, PLACE = "TPAfter", "TPAlt", "TPPlace"
"""Keys: the call of a note, what an image shows, its box in CSS px."""
NOTHING, ARTIFACT = "None", "Artifact"
"""Kinds: what is not told apart from what is around it, and what is no part of the text."""
_KEPT = {"LI", "LBody", "Lbl", "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD", "Figure"}
"""Kinds that WeasyPrint finds rightly by the box."""
_KINDS = {
    "p": "P",
    "pre": "P",
    "blockquote": "BlockQuote",
    "section": "Sect",
    "article": "Art",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "caption": "Caption",
    "figcaption": "Caption",
    "q": "Quote",
    "code": "Code",
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
}
_BY_CLASS = {"note": "Note", "as-p": "P", "as-pre": "P", "as-blockquote": "BlockQuote"}
"""Blocks of notes are spans."""
_NUMBERINGS = {"ol": "Decimal", "ul": "Disc"}
_WITH_LANGUAGE = "Span"


class Marker:
    """Knows the elements of a section."""

    def __init__(self, root: Element) -> None:
        self._numbers = {element: number for number, element in enumerate(root.iter())}
        self._calls = dict(_calls(root))
        self._root = root

    def describe(self, made: dict[str, object], box: object) -> None:
        """Note beside a structure element what it stands for."""
        element: Element | None = getattr(box, "element", None)
        if element is None or element not in self._numbers:
            made[KIND] = _name(NOTHING)
            return
        tag = str(getattr(box, "element_tag", "") or "")
        kind = _kind(element, tag, str(made["S"]).lstrip("/"), box)
        if kind == "Note":
            made[NODE] = _text(f"note-{element.get('data-note', self._numbers[element])}")
            call = self._calls.get(element.get("data-note", ""))
            made[AFTER] = _text(str(self._numbers[call]) if call is not None else "")
        else:
            made[NODE] = _text(f"{self._numbers[element]}{tag.partition('::')[2]}")
        language = element.get("lang") if element is not self._root else None
        if language and "::" not in tag:
            made[LANGUAGE] = _text(language)
            kind = _WITH_LANGUAGE if kind == NOTHING else kind
        if kind == "L" and tag in _NUMBERINGS:
            made[NUMBERING] = _text(_NUMBERINGS[tag])
        if kind == "Figure":
            _describe_figure(made, element, box)
        made[KIND] = _name(kind)
        annotation = getattr(box, "link_annotation", None)
        if annotation:
            annotation["Contents"] = _text(" ".join("".join(element.itertext()).split()) or element.get("href", ""))


def _calls(root: Element) -> Iterator[tuple[str, Element]]:
    """Yield number of a note -> its call, which stands before it."""
    for parent in root.iter():
        before = None
        for child in parent:
            number = child.get("data-note")
            if number is not None and before is not None:
                yield number, before
            elif "call" in (child.get("class") or "").split():
                before = child


def _kind(element: Element, tag: str, given: str, box: object) -> str:
    """Tell the kind of a box's element, in the words of PDF (ISO 32000-1, 14.8.4)."""
    if getattr(box, "is_leader", False) or tag == "hr::before" or (given == "Figure" and _is_decoration(element)):
        return ARTIFACT
    if "::" in tag:
        return "Lbl" if tag == "li::marker" else NOTHING
    if given in _KEPT:
        return given
    if tag == "a":
        return "Link" if getattr(box, "link_annotation", None) else NOTHING
    by_class = (_BY_CLASS[name] for name in (element.get("class") or "").split() if name in _BY_CLASS)
    return next(by_class, _KINDS.get(tag, NOTHING))


def _is_decoration(element: Element) -> bool:
    return element.get("alt") == "" or element.get("aria-hidden") == "true"


def _describe_figure(made: dict[str, object], element: Element, box: object) -> None:
    title = element.find("{http://www.w3.org/2000/svg}title")
    alternative = element.get("alt") or element.get("aria-label") or (title.text if title is not None else "") or ""
    made[ALTERNATIVE] = _text(" ".join(alternative.split()))
    left, top = box.content_box_x(), box.content_box_y()  # type: ignore[attr-defined] # every box of an image has them
    right, bottom = left + box.width, top + box.height  # type: ignore[attr-defined] # likewise
    import pydyf  # noqa: PLC0415 - comes with WeasyPrint

    made[PLACE] = pydyf.Array((left, top, right, bottom))


def _name(kind: str) -> str:
    return f"/{kind}"


def _text(text: str) -> object:
    import pydyf  # noqa: PLC0415 - comes with WeasyPrint

    return pydyf.String(text)


@contextmanager
def marking(root: Element) -> Iterator[None]:
    """Note the elements of a section while its document is written."""
    from weasyprint.pdf import tags  # noqa: PLC0415 - loaded on first use, like everywhere

    marker, original = Marker(root), tags._build_box_tree  # noqa: SLF001 - where boxes become tags
    tags._build_box_tree = _told(marker, original)  # noqa: SLF001 - likewise
    try:
        yield
    finally:
        tags._build_box_tree = original  # noqa: SLF001 - likewise


Build = Callable[..., Iterator[dict[str, object]]]


def _told(marker: Marker, original: Build) -> Build:
    """Describe what a function of WeasyPrint yields for a box; it calls itself by the name that it has there."""

    def build(box: object, *others: object) -> Iterator[dict[str, object]]:
        placed = getattr(box, "_box", box)  # an absolutely placed box stands in its holder
        for made in original(box, *others):
            if KIND not in made:
                marker.describe(made, placed)
            yield made

    return build
