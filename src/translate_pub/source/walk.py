"""The one walk: every text that the inline parser is about to read is offered as a segment, and may be replaced.

It runs just above Python-Markdown's inline parser (priority 20) and below everything that adds text, so what is offered
is exactly what is going to be parsed: extraction and translation cannot drift apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import isheader
from markdown.extensions.footnotes import FN_BACKLINK_TEXT
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from translate_pub.model.source import Segment
from translate_pub.source import directives, guarding, kinds, replacing, slots, wrapping
from translate_pub.source.dialect import Dialect
from translate_pub.source.directives import Directive, Verb
from translate_pub.source.location import Lines
from translate_pub.source.rendition import Rendition, Translate
from translate_pub.source.scratch import Scratch, footnotes_of

PRIORITY = 21
_MAY_BREAK = re.compile(r"\][ ]*\n|\{[^{}]*\n|<[^<>]*\n|<pre")
_ATTRIBUTE = re.compile(rf"(?<![\w-])({'|'.join(kinds.ATTRIBUTES)})=(?:\"(.*?)\"|'(.*?)')")
_OPAQUE = frozenset(("code", "math", "pre", "script", "style", "textarea"))


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds for everything inside an element."""

    within: tuple[str, ...] = ()
    note: str | None = None
    """The label of the footnote."""
    notes: tuple[str, ...] = ()
    context: str = ""
    skipped: bool = False

    def obeying(self, directive: Directive) -> Scope:
        """Return the scope of the block that a directive stands before."""
        if directive.verb is Verb.NOTE:
            return replace(self, notes=(*self.notes, directive.argument))
        if directive.verb is Verb.CONTEXT:
            return replace(self, context=directive.argument)
        return replace(self, skipped=True) if directive.verb is Verb.SKIP else self


@dataclass(slots=True)
class Finds:
    """What the walk came across besides segments."""

    headings: list[tuple[Element, str]] = field(default_factory=list)
    """Every heading with its text in the source language."""
    lines: dict[Element, int] = field(default_factory=dict)
    """The line of every element whose text was located."""
    directives: list[tuple[Directive, int | None]] = field(default_factory=list)
    dangling: list[tuple[Directive, int | None]] = field(default_factory=list)
    """Directives that nothing follows, and an `off` that is never `on`."""
    raw: list[tuple[str, str, int | None]] = field(default_factory=list)
    """(tag, text, line) of what a reader sees and a translator does not: raw HTML."""


class Walk(Treeprocessor):
    """Walks the tree of one document, in document order."""

    def __init__(self, md: Markdown, text: str, dialect: Dialect, translate: Translate) -> None:
        super().__init__(md)
        self.parser = md
        self.finds = Finds()
        self.segments: list[Segment] = []
        self.lines = Lines(text, md.tab_length)
        self._dialect = dialect
        self._translate = translate
        self._path: list[tuple[int, str]] = []
        self._off: tuple[Directive, int | None] | None = None
        self._scratch: Scratch | None = None
        self._unwraps = dialect.unwrap and "nl" not in md.inlinePatterns

    def run(self, root: Element) -> None:
        """Offer front matter, then the text, then link titles and abbreviations, which stand in no tree."""
        self._front_matter()
        self._children(root, Scope())
        if self._off:
            self.finds.dangling.append(self._off)
        self._path = []
        self._link_titles()
        self._abbreviations()

    def scratch(self) -> Scratch:
        """Return the parser for single texts, made when first needed."""
        if self._scratch is None:
            notes = footnotes_of(self.parser)
            self._scratch = Scratch(self._dialect, self.parser.references, notes.footnotes if notes else ())
        return self._scratch

    # The tree

    def _children(self, parent: Element, scope: Scope) -> None:
        pending = scope
        waiting: list[tuple[Directive, int | None]] = []
        for child in list(parent):
            if directive := self._directive(child):
                pending = self._obey(directive, pending, waiting)
                if directive.verb is not Verb.UNKNOWN and not (child.tail or "").strip():
                    parent.remove(child)
                continue
            self._element(child, parent, pending)
            pending, waiting = scope, []
            self._tail(child, parent, scope)
        self.finds.dangling += waiting

    def _element(self, element: Element, parent: Element, scope: Scope) -> None:
        name = _described(element)
        if element.tag == "li" and scope.within[-2:] == ("footnotes", "ol"):
            name = "footnote"
            scope = replace(scope, note=(element.get("id") or "").partition(":")[2] or None)
        self._raw(element, parent)
        if element.text and not isinstance(element.text, AtomicString) and not self._raw_block(element):
            self._text(element, scope)
        self._attributes(element, scope)
        if isheader(element) and not any(known is element for known, _ in self.finds.headings[-1:]):
            self.finds.headings.append((element, ""))
        self._children(element, replace(scope, within=(*scope.within, name)))

    def _text(self, element: Element, scope: Scope) -> None:
        found, taken = directives.leading(element.text or "")
        for directive in found:
            scope = self._obey(directive, scope, [])
        element.text = (element.text or "")[taken:]
        self._slot(replacing.Place(element, None), scope)

    def _tail(self, child: Element, parent: Element, scope: Scope) -> None:
        if child.tail and not isinstance(child.tail, AtomicString):
            self._slot(replacing.Place(parent, child), scope)

    def _slot(self, place: replacing.Place, scope: Scope) -> None:
        text = place.text
        if not text.strip() or FN_BACKLINK_TEXT in text or text.strip() == replacing.contents_marker(self.parser):
            return
        slot = slots.cut(text, place.parent, self.parser, tail=place.child is not None)
        shown, stashed = self._unstash(slot.core)
        heading = isheader(place.parent) and place.child is None
        if not slots.has_words(slot.core):
            return
        message, kept = self._message(slot.core, shown)
        if heading:
            self._enter(place.parent, message)
        segment = self._segment(place.parent, slot, message, scope, no_wrap=kept and "\n" in message)
        rendition = self._offer(segment, scope)
        suffix = self._hidden_attributes(slot.suffix, scope)
        if rendition is None:
            place.write(slot.prefix + slot.core + suffix)
        else:
            text = rendition.text if kept else wrapping.rewrap(rendition.text)
            text = self._guard(text, place, shown, suffix)
            for raw, token in stashed.items():
                text = text.replace(raw, token)
            place.replace(slots.Slot(slot.prefix, text, suffix), rendition.marks, self.parser)
        if heading:
            self._path.append((int(place.parent.tag[1]), message))

    def _guard(self, text: str, place: replacing.Place, shown: str, suffix: str) -> str:
        """Make a translation harmless for the blocks of its chapter (see `guarding`)."""
        text = guarding.without_control_characters(text.strip(), shown)
        text = guarding.without_foreign_tags(text, shown, lambda one: self.scratch().tags(one))
        pattern = slots.attribute_pattern(place.parent, self.parser, tail=place.child is not None)
        if pattern:
            text = guarding.without_stray_attributes(text, suffix, pattern)
        return guarding.BREAKER + text if text.strip() == replacing.contents_marker(self.parser) else text

    def _message(self, core: str, shown: str) -> tuple[str, bool]:
        """Make the msgid; lines are kept where joining them would change what is parsed."""
        if not self._unwraps:
            return shown, True
        message = wrapping.unwrap(shown)
        if "\n" in core and _MAY_BREAK.search(core):
            scratch = self.scratch()
            if scratch.canonical(core) != scratch.canonical(wrapping.rewrap(message)):
                return shown, True
        return message, False

    def _enter(self, heading: Element, message: str) -> None:
        level = int(heading.tag[1])
        self._path = [above for above in self._path if above[0] < level]
        self.finds.headings.append((heading, message))

    def _segment(self, element: Element, slot: slots.Slot, message: str, scope: Scope, *, no_wrap: bool) -> Segment:
        kind = "figure" if slots.is_lone_image(slot.core) else ""
        kind = kind or kinds.kind_of(element, slot.suffix, scope.within)
        line = self.lines.find(slot.core, note=scope.note, cell=element.tag in ("td", "th", "dt"))
        if line is not None:
            self.finds.lines[element] = line
        return self._made(kind, message, scope, line, flags=("no-wrap",) if no_wrap else ())

    def _made(
        self, kind: str, text: str, scope: Scope, line: int | None, *, context: str = "", flags: tuple[str, ...] = ()
    ) -> Segment:
        path = tuple(heading for _, heading in self._path)
        return Segment(kind, text, context or scope.context, line, path, scope.notes, flags, ordinal=len(self.segments))

    def _offer(self, segment: Segment, scope: Scope) -> Rendition | None:
        if scope.skipped or self._off:
            return None
        self.segments.append(segment)
        rendition = self._translate(segment)
        return rendition if rendition and rendition.text.strip() else None

    def _attributes(self, element: Element, scope: Scope) -> None:
        for name in kinds.ATTRIBUTES:
            value = element.get(name)
            if value and slots.has_words(value) and element.get("class") != "footnote-backref":
                element.set(name, self._attribute(name, value, scope))

    def _hidden_attributes(self, suffix: str, scope: Scope) -> str:
        def translated(found: re.Match[str]) -> str:
            value = found[2] or found[3] or ""
            if not slots.has_words(value):
                return found[0]
            quote = '"' if found[3] is None else "'"
            return f"{found[1]}={quote}{self._attribute(found[1], value, scope).replace(quote, '')}{quote}"

        return _ATTRIBUTE.sub(translated, suffix) if "=" in suffix else suffix

    def _attribute(self, name: str, value: str, scope: Scope) -> str:
        line = self.lines.containing(value, self.segments[-1].line if self.segments else None)
        rendition = self._offer(self._made(kinds.ATTRIBUTES[name], value, scope, line), scope)
        return value if rendition is None else replacing.plain(rendition.text, value)

    # Comments and raw HTML

    def _stashed(self, text: str) -> str | None:
        found = HTML_PLACEHOLDER_RE.fullmatch(text.strip())
        blocks = self.parser.htmlStash.rawHtmlBlocks
        block = blocks[int(found[1])] if found and int(found[1]) < len(blocks) else None
        return block if isinstance(block, str) else None

    def _unstash(self, core: str) -> tuple[str, dict[str, str]]:
        """Show the raw HTML behind placeholders in the middle of a text; return how to hide it again."""
        hidden: dict[str, str] = {}

        def raw(found: re.Match[str]) -> str:
            block = self._stashed(found[0])
            if block is None or "\n" in block:
                return found[0]
            hidden[block] = found[0]
            return block

        return HTML_PLACEHOLDER_RE.sub(raw, core), hidden

    def _directive(self, element: Element) -> Directive | None:
        if element.tag != "p" or len(element) or not element.text:
            return None
        raw = self._stashed(element.text) or element.text
        return directives.parse(raw) if raw.lstrip().startswith("<!--") else None

    def _obey(self, directive: Directive, scope: Scope, waiting: list[tuple[Directive, int | None]]) -> Scope:
        seen = (directive, self.lines.containing("<!--", self._near()))
        self.finds.directives.append(seen)
        if directive.verb is Verb.OFF:
            self._off = self._off or seen
        elif directive.verb is Verb.ON:
            self._off = None
        elif directive.verb is not Verb.UNKNOWN:
            waiting.append(seen)
        return scope.obeying(directive)

    def _near(self) -> int | None:
        return self.segments[-1].line if self.segments else None

    def _raw_block(self, element: Element) -> bool:
        block = self._stashed(element.text or "")
        if block is None:
            return False
        self._tell_raw(element.tag, block)
        return True

    def _raw(self, element: Element, parent: Element) -> None:
        if element.tag in _OPAQUE or parent.tag in _OPAQUE:
            return
        for text in (element.text, *(child.tail for child in element)):
            if isinstance(text, AtomicString):
                self._tell_raw(element.tag, str(text))

    def _tell_raw(self, tag: str, block: str) -> None:
        code = re.match(r"\s*<(!|\?|pre|script|style|div class=\"(codehilite|highlight))", block)
        if not code and slots.has_words(block):
            self.finds.raw.append((tag, block.strip(), self.lines.containing(block, self._near())))

    # What stands in no tree

    def _front_matter(self) -> None:
        meta: dict[str, list[str]] = getattr(self.parser, "Meta", {})
        for key in self._dialect.meta:
            value = " ".join(meta.get(key, ()))
            if slots.has_words(value):
                segment = self._made(
                    f"front matter {key}", value, Scope(), self.lines.of_key(key), context=f"meta:{key}"
                )
                if rendition := self._offer(segment, Scope()):
                    meta[key] = [replacing.plain(rendition.text, value)]

    def _link_titles(self) -> None:
        for name, (address, title) in list(self.parser.references.items()):
            if title and slots.has_words(title):
                line = self.lines.containing(title)
                rendition = self._offer(self._made("link title", title, Scope(), line, context="ref-title"), Scope())
                if rendition:
                    self.parser.references[name] = (address, replacing.plain(rendition.text, title))

    def _abbreviations(self) -> None:
        abbreviations = replacing.abbreviations(self.parser)
        for key, title in list(abbreviations.items()):
            if not title:
                continue
            text = f"*[{key}]: {title}"
            segment = self._made("abbreviation", text, Scope(), self.lines.containing(f"*[{key}]"), context="abbr")
            if rendition := self._offer(segment, Scope()):
                replacing.set_abbreviation(abbreviations, key, rendition.text)


def _described(element: Element) -> str:
    return "footnotes" if element.tag == "div" and element.get("class") == "footnote" else element.tag
