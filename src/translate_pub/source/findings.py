"""What is wrong in a source, located."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from translate_pub.model.diagnostic import Diagnostic, Severity, Span
from translate_pub.model.excerpt import excerpt
from translate_pub.model.source import Source
from translate_pub.source import directives, fences, slots
from translate_pub.source.conversion import Conversion
from translate_pub.source.dialect import Dialect
from translate_pub.source.location import Lines
from translate_pub.source.passes import Sighting
from translate_pub.source.scratch import footnotes_of

PARAGRAPH_BYTES = 20_000
"""Python-Markdown's inline parser takes time by the square of a paragraph's length; books have none that long."""
FOOTNOTES = 500
"""1,600 footnotes in one file take 16 s to parse, 400 take 0.8 s."""

_SHOWN = 40
_CALL = re.compile(r"\[\^([^\]\s]+)\]")
_LINK = re.compile(r"\][ ]?\[([^\[\]^]+)\]")
_META_LINE = re.compile(r" {0,3}[A-Za-z0-9_-]+:| {4}")
_META_END = re.compile(r"(?:---|\.\.\.)(?:\s|$)")
_LIKE_YAML = re.compile(r"\s*$|\s+\S|- |[\w-]+\s*:")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def find(source: Source, dialect: Dialect, done: Conversion) -> tuple[Diagnostic, ...]:
    """Gather the findings about one source, in the order of its lines."""
    found = [
        *_directives(source, done),
        *_raw_html(source, done),
        *_ids(source, done),
        *_footnotes(source, done),
        *_links(source, done),
        *_sizes(source, done),
        *_front_matter(source, dialect, done),
        *_bounds_of_front_matter(source, done),
    ]
    if "fenced_code_block" in done.md.preprocessors:
        found += _fences(source)
    found += _control_characters(source)
    return tuple(sorted(found, key=lambda one: (one.span.line or 0) if one.span else 0))


def _error(source: Source, code: str, line: int | None, message: str, *hints: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, Span(source.path, line), hints)


def _warning(source: Source, code: str, line: int | None, message: str, *hints: str) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, Span(source.path, line), hints)


def _directives(source: Source, done: Conversion) -> Iterator[Diagnostic]:
    for directive in done.walk.finds.unknown:
        hint = f"did you mean <!-- {directive.argument} -->?"
        yield _error(source, "S001", directive.line, "this comment is no directive that we know", hint)
    for directive in done.walk.finds.idle:
        if directive.verb is directives.Verb.OFF:
            yield _error(source, "S002", directive.line, "translation is switched off here and never on again")
        else:
            yield _warning(source, "S002", directive.line, "nothing follows this directive that it could apply to")
    raw = (directives.parse(raw) for raw in done.md.htmlStash.rawHtmlBlocks if isinstance(raw, str))
    inline = {(found.verb, found.argument) for found in raw if found}
    for directive in done.walk.comments.untaken():
        if (directive.verb, directive.argument) in inline:
            hint = "put it on a line of its own before the block that it is about"
            yield _error(source, "S002", directive.line, "a directive inside a paragraph has no effect", hint)


def _raw_html(source: Source, done: Conversion) -> Iterator[Diagnostic]:
    for tag, block, line in done.walk.finds.raw:
        shown = excerpt(slots.perceptible(block), _SHOWN)
        if tag == "figcaption":
            hint = 'write markdown="span" in the <figcaption> as well as in the <figure>'
            yield _warning(source, "S004", line, f'translators do not see the caption "{shown}"', hint)
        else:
            hint = 'write markdown="1" in its first tag, or write it in Markdown'
            yield _warning(source, "S003", line, f'raw HTML is not translated: "{shown}"', hint)


def _ids(source: Source, done: Conversion) -> Iterator[Diagnostic]:
    first: dict[str, Sighting] = {}
    for seen in done.survey.found.ids:
        known = first.setdefault(seen.text, seen)
        if known is not seen:
            line, earlier = (_line_of_id(done.walk.lines, seen.text, one.near) for one in (seen, known))
            hint = f"the first one is on line {earlier}; references would lead there"
            yield _error(source, "S005", line, f"the id {seen.text} is given twice in this chapter", hint)


def _line_of_id(lines: Lines, name: str, near: int | None) -> int | None:
    return lines.containing(f"#{name}", near) or lines.containing(name, near)


def _footnotes(source: Source, done: Conversion) -> Iterator[Diagnostic]:
    notes = footnotes_of(done.md)
    if notes is None:
        return
    for seen in done.survey.found.texts:
        for label in _CALL.findall(seen.text):
            close = difflib.get_close_matches(label, notes.footnotes, n=1)
            line = done.walk.lines.containing(f"[^{label}]", seen.near)
            hints = (f"did you mean [^{close[0]}]?",) if close else (f"define it: [^{label}]: Text",)
            yield _error(
                source, "S006", line, f"the footnote [^{label}] has no definition and is printed as is", *hints
            )
    for label in notes.footnotes:
        if label not in done.survey.found.calls:
            line = done.walk.lines.of_note(label)
            yield _warning(source, "S007", line, f"the text never calls the footnote [^{label}]")
    for label in (label for label, text in notes.footnotes.items() if not text.strip()):
        hint = "further lines of a footnote are indented by four spaces"
        yield _error(source, "S015", done.walk.lines.of_note(label), f"the footnote [^{label}] has no text", hint)
    for label, first, second in done.walk.lines.redefined():
        hint = f"the first definition, on line {first}, is lost"
        yield _error(source, "S008", second, f"the footnote [^{label}] is defined a second time", hint)


def _links(source: Source, done: Conversion) -> Iterator[Diagnostic]:
    for seen in done.survey.found.texts:
        for name in _LINK.findall(seen.text):
            close = difflib.get_close_matches(name.lower(), done.md.references, n=1)
            line = done.walk.lines.containing(f"[{name}]", seen.near)
            hints = (f"did you mean [{close[0]}]?",) if close else (f"define it: [{name}]: address",)
            yield _warning(source, "S009", line, f"the link to [{name}] has no definition and is printed as is", *hints)


def _sizes(source: Source, done: Conversion) -> Iterator[Diagnostic]:
    for segment in done.walk.offering.segments:
        size = len(segment.text.encode())
        if size > PARAGRAPH_BYTES:
            yield _warning(
                source, "S011", segment.line, f"this {segment.kind} has {size:,} bytes, which is slow to set"
            )
    notes = footnotes_of(done.md)
    if notes and len(notes.footnotes) > FOOTNOTES:
        hint = "divide the file into chapters"
        yield _warning(source, "S012", None, f"this file has {len(notes.footnotes):,} footnotes, which is slow", hint)


def _front_matter(source: Source, dialect: Dialect, done: Conversion) -> Iterator[Diagnostic]:
    meta: dict[str, list[str]] = getattr(done.md, "Meta", {})
    for key in meta:
        close = difflib.get_close_matches(key, dialect.meta, n=1, cutoff=0.75)
        if key not in dialect.meta and close:
            line = done.walk.lines.of_key(key)
            yield _warning(source, "S013", line, f"the front matter has a key {key}", f"did you mean {close[0]}?")


def _bounds_of_front_matter(source: Source, done: Conversion) -> Iterator[Diagnostic]:
    lines = source.text.splitlines()
    if not getattr(done.md, "Meta", {}):
        return
    if not lines[0].startswith("---"):
        hint = "put it between lines of ---, or begin a text with its heading"
        yield _warning(source, "S016", 1, "this is taken for front matter, and not printed", hint)
        return
    index = next((index for index, line in enumerate(lines) if index and not _META_LINE.match(line)), len(lines))
    rest = list(takewhile(lambda line: not _META_END.match(line), lines[index:]))
    if rest and index + len(rest) < len(lines) and all(_LIKE_YAML.match(line) for line in rest):
        hint = "a line of it is `key: value`, or goes on with the value above by four spaces; none is empty"
        yield _warning(source, "S016", index + 1, "the front matter breaks off here, and its rest is printed", hint)


def _fences(source: Source) -> Iterator[Diagnostic]:
    if unclosed := fences.find(source.text.splitlines()).unclosed:
        fence, index = unclosed
        yield _error(source, "S010", index + 1, "the code that begins here never ends", f"close it with a line {fence}")


def _control_characters(source: Source) -> Iterator[Diagnostic]:
    counted = Counter(_CONTROL.findall(source.text))
    for character, times in counted.items():
        line = source.text.count("\n", 0, source.text.index(character)) + 1
        many = f", {times} times in the file" if times > 1 else ""
        yield _error(
            source, "S014", line, f"the control character U+{ord(character):04X} stands here{many}", "delete it"
        )
