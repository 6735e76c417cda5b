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
from translate_pub.source import asides, directives, guarding, kinds, replacing, slots, wrapping
from translate_pub.source.dialect import Dialect
from translate_pub.source.directives import Comments, Directive, Verb
from translate_pub.source.location import Lines
from translate_pub.source.offering import Offering, Scope
from translate_pub.source.rendition import Translate
from translate_pub.source.scratch import Scratch, footnotes_of

PRIORITY = 21
_MAY_BREAK = re.compile(r"\][ ]*\n|\{[^{}]*\n|<[^<>]*\n|<pre")
_OPAQUE = frozenset(("code", "math", "pre", "script", "style", "textarea"))
_CODE = re.compile(r"\s*<(!|\?|pre|script|style|div class=\"(codehilite|highlight))")


@dataclass(slots=True)
class Finds:
    """What the walk came across besides segments."""

    headings: list[Element] = field(default_factory=list)
    lines: dict[Element, int] = field(default_factory=dict)
    """The line of every element whose text was located."""
    unknown: list[Directive] = field(default_factory=list)
    idle: list[Directive] = field(default_factory=list)
    """Directives that nothing follows, and an `off` that is never `on`."""
    raw: list[tuple[str, str, int | None]] = field(default_factory=list)
    """(tag, text, line) of what a reader sees and a translator does not: raw HTML."""


class Walk(Treeprocessor):
    """Walks the tree of one document, in document order."""

    def __init__(self, md: Markdown, text: str, dialect: Dialect, translate: Translate) -> None:
        super().__init__(md)
        self.parser = md
        self.finds = Finds()
        self.lines = Lines(text, md.tab_length)
        self.comments = Comments(text)
        self.offering = Offering(translate)
        self._dialect = dialect
        self._scratch: Scratch | None = None
        self._unwraps = dialect.unwrap and "nl" not in md.inlinePatterns
        self._off: Directive | None = None
        self._silent: list[tuple[int, int]] = []

    def run(self, root: Element) -> None:
        """Offer front matter, then the text, then link titles and abbreviations, which stand in no tree."""
        asides.offer_front_matter(self.parser, self._dialect.meta, self.offering, self.lines)
        self._children(root, list(root), Scope())
        self.finds.idle += [self._off] if self._off else []
        self.offering.off = False
        asides.offer_link_titles(self.parser, self.offering, self.lines)
        asides.offer_abbreviations(self.parser, self.offering, self.lines, self.comments)

    def scratch(self) -> Scratch:
        """Return the parser for single texts, made when first needed."""
        if self._scratch is None:
            notes = footnotes_of(self.parser)
            self._scratch = Scratch(self._dialect, self.parser.references, notes.footnotes if notes else ())
        return self._scratch

    # Elements

    def _children(self, parent: Element, children: list[Element], scope: Scope) -> None:
        pending, waiting = scope, list[Directive]()
        for child in children:
            if directive := self._directive(child):
                pending = self._obey(directive, pending, waiting)
                if directive.verb is not Verb.UNKNOWN and not (child.tail or "").strip():
                    parent.remove(child)
                continue
            self._element(child, parent, pending)
            pending, waiting = scope, []
            if child.tail and not isinstance(child.tail, AtomicString):
                self._slot(replacing.Place(parent, child), scope)
        self.finds.idle += waiting

    def _element(self, element: Element, parent: Element, scope: Scope) -> None:
        name = element.tag
        if name == "li" and scope.within[-2:] == ("footnotes", "ol"):
            name, scope = "footnote", self._of_note(element, scope)
        elif name == "div" and element.get("class") == "footnote":
            name = "footnotes"
        self._tell_atomic(element, parent)
        children = list(element)  # Before the text, which may bring an element of its own: a span for its marks.
        if element.text and not isinstance(element.text, AtomicString):
            self._text(element, scope)
        self._attributes(element, scope)
        if isheader(element) and self.finds.headings[-1:] != [element]:
            self.finds.headings.append(element)
        self._children(element, children, replace(scope, within=(*scope.within, name)))

    def _of_note(self, item: Element, scope: Scope) -> Scope:
        """Return the scope of a footnote, which stands at the end of the tree but in the midst of the source."""
        label = (item.get("id") or "").partition(":")[2]
        for directive in self.comments.about(f"[^{label}]"):
            scope = scope.obeying(directive)
        line = self.lines.of_note(label) or 0
        silent = any(first <= line <= last for first, last in self._silent)
        return replace(scope, note=label, skipped=scope.skipped or silent)

    def _text(self, element: Element, scope: Scope) -> None:
        block = self._stashed(element.text or "")
        if block is not None:
            self._tell_raw(element.tag, block)
            return
        comments, taken = directives.leading(element.text or "")
        for comment in comments:
            if directive := self.comments.take(comment):
                scope = self._obey(directive, scope, [])
        element.text = (element.text or "")[taken:]
        self._slot(replacing.Place(element, None), scope)

    # Texts

    def _slot(self, place: replacing.Place, scope: Scope) -> None:
        text = place.text
        contents = text.strip() == replacing.contents_marker(self.parser) and not isheader(place.parent)
        if not text.strip() or FN_BACKLINK_TEXT in text or contents:
            return
        slot = slots.cut(text, place.parent, self.parser, tail=place.child is not None)
        if not slots.has_words(slot.core):
            return
        shown, stashed = self._unstash(slot.core)
        message, kept = self._message(slot.core, shown)
        heading = int(place.parent.tag[1]) if isheader(place.parent) and place.child is None else 0
        if heading:
            self.offering.leave(heading)
            self.finds.headings.append(place.parent)
        segment = self._segment(place.parent, slot, message, scope, no_wrap=kept and "\n" in message)
        rendition = self.offering.offer(segment, scope)
        suffix = self._hidden_attributes(slot.suffix, scope)
        if heading:
            self.offering.enter(heading, message, segment.line)
        if rendition is None:
            place.write(slot.prefix + slot.core + suffix)
            return
        words = self._guard(rendition.text if kept else wrapping.rewrap(rendition.text), place, shown, suffix)
        for raw, token in stashed.items():
            words = words.replace(raw, token)
        place.replace(replace(slot, suffix=suffix).saying(words), rendition.marks, self.parser)

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

    def _segment(self, element: Element, slot: slots.Slot, message: str, scope: Scope, *, no_wrap: bool) -> Segment:
        kind = "figure" if slots.is_lone_image(slot.core) else kinds.kind_of(element, slot.suffix, scope.within)
        line = self.lines.find(slot.core, note=scope.note, cell=element.tag in ("td", "th", "dt"))
        if line is not None:
            self.finds.lines[element] = line
        segment = self.offering.segment(kind, message, line, scope)
        if scope.note is not None:
            segment = replace(segment, path=self.offering.path_at(self.lines.of_note(scope.note) or 0))
        return replace(segment, flags=("no-wrap",)) if no_wrap else segment

    def _guard(self, text: str, place: replacing.Place, shown: str, suffix: str) -> str:
        """Make a translation harmless for the blocks of its chapter (see `guarding`)."""
        text = guarding.without_control_characters(text.strip(), shown)
        text = guarding.with_tags_of_source(text, shown, self._tags, self.parser.is_block_level)
        pattern = slots.attribute_pattern(place.parent, self.parser, tail=place.child is not None)
        if pattern:
            text = guarding.without_stray_attributes(text, suffix, pattern)
        return guarding.BREAKER + text if text.strip() == replacing.contents_marker(self.parser) else text

    def _tags(self, text: str) -> tuple[str, ...]:
        return self.scratch().tags(text)

    # Attributes

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
            words = re.sub(rf"[{quote}{{}}]", "", self._attribute(found[1], value, scope))
            return f"{found[1]}={quote}{words}{quote}"

        return kinds.ATTRIBUTE.sub(translated, suffix) if "=" in suffix else suffix

    def _attribute(self, name: str, value: str, scope: Scope) -> str:
        line = self.lines.containing(value, self.offering.near)
        rendition = self.offering.offer(self.offering.segment(kinds.ATTRIBUTES[name], value, line, scope), scope)
        return value if rendition is None else replacing.attribute(rendition.text, value)

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
        return self.comments.take(raw) if raw.lstrip().startswith("<!--") else None

    def _obey(self, directive: Directive, scope: Scope, waiting: list[Directive]) -> Scope:
        if directive.owner:
            return scope
        if directive.verb is Verb.UNKNOWN:
            self.finds.unknown.append(directive)
        elif directive.verb is Verb.OFF:
            self._off = self._off or directive
        elif directive.verb is Verb.ON:
            self._silent.append(((self._off or directive).line or 0, directive.line or 0))
            self._off = None
        else:
            waiting.append(directive)
        self.offering.off = self._off is not None
        return scope.obeying(directive)

    def _tell_atomic(self, element: Element, parent: Element) -> None:
        if element.tag not in _OPAQUE and parent.tag not in _OPAQUE:
            for text in (element.text, *(child.tail for child in element)):
                if isinstance(text, AtomicString):
                    self._tell_raw(element.tag, str(text))

    def _tell_raw(self, tag: str, block: str) -> None:
        if not _CODE.match(block) and slots.has_words(block):
            self.finds.raw.append((tag, block.strip(), self.lines.containing(block, self.offering.near)))
