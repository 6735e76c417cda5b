"""Footnotes, moved from the end of the chapter to their calls, numbered in the order of the text."""

from __future__ import annotations

from translate_pub.edition import markup
from translate_pub.edition.languages import LanguageStyle
from translate_pub.edition.markup import Element

_REFERENCE = ".//sup[a[contains(@class, 'footnote-ref')]]"
_BLOCKS = frozenset(
    {"p", "div", "blockquote", "pre", "hr", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"}
)


def place(root: Element, chapter: str, style: LanguageStyle) -> tuple[str, ...]:
    """Move every footnote of a chapter to its first call.

    A call is `<a class="call" href="#fn-CHAPTER-LABEL">` with the number, and the note follows it as
    `<span class="note" data-label data-number>`; blocks in it become spans of class `as-p`, `as-li`..., because a `p`
    inside a paragraph would end it. Further calls of the same note repeat its number.

    Args:
        root: the chapter's tree; it is changed.
        chapter: the chapter's name, which makes ids global to the book.
        style: how the edition's language writes a number, and its direction, which a note does not take from a
            paragraph that was left in another language.

    Returns:
        The labels of notes that nothing calls; their text is lost.
    """
    bodies = _take_out(root)
    numbers: dict[str, int] = {}
    waiting = markup.find(root, _REFERENCE)
    while waiting:
        reference = waiting.pop(0)
        label = _label(reference)
        if label not in bodies:
            continue
        first = label not in numbers
        number = style.number(numbers.setdefault(label, len(numbers) + 1))
        call = _call(chapter, label, number, first=first)
        if not first:
            markup.replace(reference, call)
            continue
        note = _note(bodies[label], chapter, label, number)
        _number(note, number + style.full_stop)
        waiting = markup.find(note, _REFERENCE) + waiting
        _insert(reference, call, note)
        _redirect(note, style)
    return tuple(label for label in bodies if label not in numbers)


def _take_out(root: Element) -> dict[str, Element]:
    bodies: dict[str, Element] = {}
    for section in markup.find(root, f".//div[{markup.having('footnote')}]"):
        for item in markup.find(section, "./ol/li[starts-with(@id, 'fn:')]"):
            _drop_backlinks(item)
            bodies[(item.get("id") or "").removeprefix("fn:")] = item
        markup.remove(section)
    return bodies


def _drop_backlinks(item: Element) -> None:
    for link in markup.find(item, ".//a[contains(@class, 'footnote-backref')]"):
        parent = link.getparent()
        markup.remove(link)
        if parent is None:
            continue
        _trim_end(parent)
        if parent.tag == "p" and not len(parent) and not (parent.text or "").strip():
            markup.remove(parent)


def _trim_end(element: Element) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip() or None
    else:
        element.text = (element.text or "").rstrip() or None


def _label(reference: Element) -> str:
    return (reference[0].get("href") or "").removeprefix("#fn:")


def _call(chapter: str, label: str, number: str, *, first: bool) -> Element:
    attributes = {"class": "call", "href": f"#fn-{chapter}-{label}"}
    if first:
        attributes["id"] = f"fnref-{chapter}-{label}"
    return markup.build("a", attributes, number)


def _note(body: Element, chapter: str, label: str, number: str) -> Element:
    note = markup.build(
        "span",
        {"class": "note", "id": f"fn-{chapter}-{label}", "data-label": label, "data-number": number},
    )
    markup.move_inside(body, note)
    for name, value in body.attrib.items():
        if name in {"lang", "dir", "data-po", "data-source"}:
            note.set(str(name), str(value))
    if body.get("class"):
        note.set("class", f"note {body.get('class')}")
    _inline(note)
    return note


def _number(note: Element, number: str) -> None:
    """Put the number, a link back to the call, before the first words of a note."""
    call = (note.get("id") or "").replace("fn-", "#fnref-", 1)
    backlink = markup.build("a", {"class": "note-number", "href": call}, number)
    first = note[0] if len(note) and not (note.text or "").strip() else note
    backlink.tail, first.text = " " + (first.text or "").lstrip(), None
    first.insert(0, backlink)


def _inline(note: Element) -> None:
    """Turn the blocks of a note into spans that are laid out as blocks."""
    for element in note.iter():
        if element.tag in _BLOCKS:
            markup.add_class(element, f"as-{element.tag}")
            element.tag = "span"
    for element in (note, *markup.find(note, ".//span[contains(@class, 'as-')]")):
        _drop_gaps(element)


def _drop_gaps(element: Element) -> None:
    """Take out the white space between blocks, which would be lines of their own."""
    blocks = [child for child in element if any(name.startswith("as-") for name in markup.classes(child))]
    if not blocks:
        return
    element.text = (element.text or "").strip() or None
    for block in blocks:
        block.tail = (block.tail or "").strip() or None


def _insert(reference: Element, call: Element, note: Element) -> None:
    """Put call and note in place; the note of a call inside a note follows the outer note."""
    outer = next((above for above in reference.iterancestors() if "note" in markup.classes(above)), None)
    if outer is None or outer.getparent() is None:
        markup.replace(reference, call, note)
        return
    markup.replace(reference, call)
    note.tail, outer.tail = outer.tail, None
    outer.addnext(note)


def _redirect(note: Element, style: LanguageStyle) -> None:
    """Give a note inside a passage of another language the edition's own language, unless it has one."""
    if note.get("dir") is None and any(above.get("dir") for above in note.iterancestors()):
        note.set("dir", style.direction)
        note.set("lang", style.language)
