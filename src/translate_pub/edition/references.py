"""Cross-references: the tool writes the number or the words of what a link points to, and ids are made global."""

from __future__ import annotations

import difflib
import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from translate_pub.edition import markup
from translate_pub.edition.markup import Element
from translate_pub.model.diagnostic import Diagnostic, Severity, Span
from translate_pub.model.edition import Chapter
from translate_pub.source.dialect import CROSS_REFERENCES, INDEX


@dataclass(frozen=True, slots=True)
class Target:
    """Something of the book that can be referred to."""

    anchor: str
    """Its id in the book."""
    chapter: str
    heading: str = ""
    """Inline HTML of the heading that has the id; empty for what is not a heading."""
    figure: str = ""
    """Its label, `Figure 3`, as HTML; empty for what is none."""
    table: str = ""
    """Its label, `Table 2`, as HTML; empty for what is none."""


PageElsewhere = Callable[[int, str, str], tuple[str, int]]
"""(volume, HTML that shows the folio, text before the reference) -> (HTML, characters before it that go)."""


@dataclass(slots=True)
class Targets:
    """Every id of the book."""

    by_chapter: dict[str, dict[str, Target]] = field(default_factory=dict)
    """Chapter -> id as the source has it -> target."""
    labels: dict[str, str] = field(default_factory=dict)
    """Chapter -> what a reference to it says: its number, or its title where it has none."""
    stand_ins: dict[str, str] = field(default_factory=dict)
    """Chapter -> what stands for a folio of it until pagination knows it."""
    files: dict[str, str] = field(default_factory=dict)
    """Path of a source -> chapter."""
    lowers_labels: bool = False
    """Whether the label of a figure or table begins with a small letter inside a sentence."""
    tops: dict[str, str] = field(default_factory=dict)
    """Chapter -> id of its beginning."""
    volumes: dict[str, int] = field(default_factory=dict)
    """Chapter -> the volume that it stands in."""
    page_elsewhere: PageElsewhere | None = None
    """Writes a reference to a page of another volume."""

    def find(self, anchor: str, chapter: str) -> tuple[Target, ...]:
        """Find what an id may mean: that of the same chapter alone, else those of all others."""
        own = self.by_chapter.get(chapter, {}).get(anchor)
        if own:
            return (own,)
        return tuple(ids[anchor] for ids in self.by_chapter.values() if anchor in ids)

    def anchors(self) -> tuple[str, ...]:
        """Give every id of the book, as the sources have them."""
        return tuple({anchor: None for ids in self.by_chapter.values() for anchor in ids})


def make_global(roots: Mapping[str, Element]) -> dict[str, dict[str, str]]:
    """Make ids unique in the book: where chapters share one, all but the first put their name before it.

    Returns:
        Chapter -> id as the source has it -> id in the book.
    """
    taken: set[str] = set()
    renamed: dict[str, dict[str, str]] = defaultdict(dict)
    for chapter, root in roots.items():
        for element in markup.find(root, ".//*[@id]"):
            own = element.get("id") or ""
            if own in renamed[chapter]:
                continue
            anchor = own if own not in taken else f"{chapter}--{own}"
            taken.add(anchor)
            renamed[chapter][own] = anchor
            element.set("id", anchor)
    return renamed


def resolve(root: Element, chapter: Chapter, targets: Targets) -> tuple[Diagnostic, ...]:
    """Write the words of every cross-reference of a chapter and point its links at ids of the book."""
    findings: list[Diagnostic] = []
    for link in markup.find(root, ".//a[@href]"):
        if {"call", "note-number"} & set(markup.classes(link)):
            continue
        findings.extend(_resolve_link(link, chapter, targets))
    return tuple(findings)


def mark_index(root: Element) -> None:
    """Turn index marks into spans that keep their entry: `index-mark` with `data-entry`."""
    for link in markup.find(root, f".//a[starts-with(@href, '{INDEX}:')]"):
        entry = unquote(markup.take(link, "href").removeprefix(f"{INDEX}:"))
        link.tag = "span"
        markup.add_class(link, "index-mark")
        link.set("data-entry", entry or markup.plain(link))


def _resolve_link(link: Element, chapter: Chapter, targets: Targets) -> Iterable[Diagnostic]:
    scheme, _, rest = (link.get("href") or "").partition(":")
    if scheme in CROSS_REFERENCES:
        return _resolve_reference(link, scheme, unquote(rest), chapter, targets)
    return _resolve_address(link, chapter, targets)


def _resolve_reference(
    link: Element, scheme: str, anchor: str, chapter: Chapter, targets: Targets
) -> Iterable[Diagnostic]:
    found = targets.find(anchor, chapter.name)
    if len(found) != 1:
        markup.unwrap(link)
        return [_lost(scheme, anchor, chapter, targets) if not found else _ambiguous(scheme, anchor, chapter, found)]
    target = found[0]
    link.set("href", f"#{target.anchor}")
    markup.add_class(link, f"{scheme}-reference")
    words = _words(scheme, target, targets)
    if scheme in {"figure", "table"} and targets.lowers_labels and not _begins_sentence(link):
        words = words[:1].lower() + words[1:]
    if scheme == "page":
        _show_page(link, target, chapter, targets)
    elif words:
        markup.move_inside(markup.parse(words), link)
    else:
        return [_mismatched(scheme, anchor, chapter)]
    return []


def _show_page(link: Element, target: Target, chapter: Chapter, targets: Targets) -> None:
    """Let a link show the page of its target, with the volume where that is another."""
    stand_in = targets.stand_ins.get(target.chapter, "000")
    volume = targets.volumes.get(target.chapter, 1)
    if volume == chapter.volume or targets.page_elsewhere is None:
        link.set("data-page", target.anchor)
        link.text = stand_in
        return
    folio = markup.build("span", {"data-page": target.anchor}, stand_in)
    words, taken = targets.page_elsewhere(volume, markup.write(folio), markup.text_right_before(link))
    markup.shorten_before(link, taken)
    markup.move_inside(markup.parse(words), link)


def _begins_sentence(link: Element) -> bool:
    before = markup.text_before(link).rstrip()
    return not before or before[-1] in ".!?…"


def _words(scheme: str, target: Target, targets: Targets) -> str:
    return {
        "chapter": targets.labels.get(target.chapter, ""),
        "figure": target.figure,
        "table": target.table,
        "title": target.heading,
    }.get(scheme, "")


def _resolve_address(link: Element, chapter: Chapter, targets: Targets) -> Iterable[Diagnostic]:
    """Point `#id`, `file.md` and `file.md#id` at ids of the book; other addresses stay."""
    path, _, anchor = (link.get("href") or "").partition("#")
    if path and (":" in path or path.startswith("//") or not path.endswith(".md")):
        return []
    folder = posixpath.dirname(chapter.source_path)
    name = targets.files.get(posixpath.normpath(posixpath.join(folder, unquote(path)))) if path else chapter.name
    if name is not None and not anchor:
        link.set("href", f"#{targets.tops[name]}")
        return []
    found = targets.find(unquote(anchor), name or "") if name is not None else ()
    if not found:
        missing = link.get("href") or ""
        markup.unwrap(link)
        return [_lost("link", missing if path else anchor, chapter, targets)]
    link.set("href", f"#{found[0].anchor}")
    return []


def _span(scheme: str, anchor: str, chapter: Chapter) -> Span:
    lines = [line for kind, target, line in chapter.references if target.endswith(anchor) and kind in {scheme, "link"}]
    return Span(chapter.source_path, lines[0] if lines else None)


def _lost(scheme: str, anchor: str, chapter: Chapter, targets: Targets) -> Diagnostic:
    near = difflib.get_close_matches(anchor.rpartition("#")[2], targets.anchors(), n=1)
    hints = (f"did you mean {near[0]!r}?",) if near else ("ids are written {#id} after a heading, figure or caption",)
    return Diagnostic(
        "E003",
        Severity.ERROR,
        f"the {_NAMES[scheme]} to {anchor!r} leads nowhere: no chapter of the book has that id",
        _span(scheme, anchor, chapter),
        hints,
    )


def _ambiguous(scheme: str, anchor: str, chapter: Chapter, found: tuple[Target, ...]) -> Diagnostic:
    names = ", ".join(target.chapter for target in found)
    return Diagnostic(
        "E004",
        Severity.ERROR,
        f"the {_NAMES[scheme]} to {anchor!r} may lead to several places: {names}",
        _span(scheme, anchor, chapter),
        (f"give the one that is meant an id of its own: {{#{found[0].chapter}-{anchor}}}",),
    )


def _mismatched(scheme: str, anchor: str, chapter: Chapter) -> Diagnostic:
    wanted = {
        "chapter": "a chapter",
        "figure": "a figure with a caption",
        "table": "a table with a caption",
        "title": "a heading",
    }[scheme]
    return Diagnostic(
        "E005",
        Severity.ERROR,
        f"the {_NAMES[scheme]} to {anchor!r} points at something that is not {wanted}",
        _span(scheme, anchor, chapter),
        (f"[](page:{anchor}) gives its page",),
    )


_NAMES = {
    "page": "page reference",
    "chapter": "chapter reference",
    "figure": "figure reference",
    "table": "table reference",
    "title": "title reference",
    "link": "link",
}
