"""Make-up by hand: paragraphs of one edition that are set tighter, kept together, or begun on a new page.

A paragraph is named by the beginning of its source text, which stays when lines move, when a translation is corrected,
and when the end of the paragraph is revised. What is named and no longer there is found.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from translate_pub.edition.languages import LanguageStyle
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.model.excerpt import excerpt
from translate_pub.model.makeup import MOST_STEPS, STEP_EM, Sheet, Touch
from translate_pub.model.source import Segment
from translate_pub.source.rendition import Rendition, Translate

Key = tuple[str, str]
"""(msgctxt, msgid) of a message."""
Classes = Mapping[str, Mapping[Key, str]]
"""Chapter -> message -> the classes of its element."""
Chapters = Mapping[str, Iterable[Segment]]
"""Chapter -> its segments."""

_STEPPED = re.compile(r"(tighter|looser)(?: (\d+))?")
_PLAIN = ("break", "keep", "no-hyphen")
_ALLOWED = f"allowed: tighter, looser (also with steps up to {MOST_STEPS}: tighter 2), break, keep, no-hyphen"
_MARKUP = re.compile(r"[*_`]|\[\^[^\]]*\]")
_MARK = "makeup"


def settle(sheet: Sheet, chapters: Chapters) -> Outcome[Classes]:
    """Find the messages that a sheet of make-up means.

    Args:
        sheet: what is to be done.
        chapters: chapter -> its segments.

    Returns:
        The classes of their elements, which `STYLES` gives a meaning; with what is stale or not understood.
    """
    made: dict[str, dict[Key, str]] = {}
    found: list[Diagnostic] = []
    for touch in sheet.touches:
        place = Span(sheet.path, touch.line)
        key, lost = _find(touch, chapters, place)
        classes, odd = _classes(touch, place)
        found += [*lost, *odd]
        if key and classes:
            own = made.setdefault(touch.chapter, {})
            own[key] = f"{own[key]} {classes}" if key in own else classes
    return Outcome(made, tuple(found))


def dress(translate: Translate, classes: Mapping[Key, str]) -> Translate:
    """Give the elements of some messages classes more."""

    def rendition(segment: Segment) -> Rendition | None:
        made, more = translate(segment), classes.get(segment.key)
        if made is None or more is None:
            return made
        own = made.marks.get("class")
        return replace(made, marks={**made.marks, "class": f"{own} {more}" if own else more})

    return rendition


def styles(style: LanguageStyle) -> str:
    """Write the rules that give the classes their meaning in a language; they stand behind those of the theme.

    Letters are never spaced, and steps are half as wide in joined scripts, whose spaces are: that of Noto Nastaliq Urdu
    is an eighth of an em.
    """
    steps, width = range(1, MOST_STEPS + 1), STEP_EM if style.letter_spacing else STEP_EM / 2
    spacing = [
        f".{_MARK}-{name}-{step} {{ word-spacing: {sign * step * width:g}em; }}"
        for name, sign in (("tighter", -1), ("looser", 1))
        for step in steps
    ]
    return "\n".join(
        (
            *spacing,
            f".{_MARK}-break {{ break-before: page; }}",
            f".{_MARK}-keep {{ break-after: avoid; }}",
            f".{_MARK}-no-hyphen, .{_MARK}-no-hyphen * {{ hyphens: manual; }}",
        )
    )


def _classes(touch: Touch, place: Span) -> tuple[str, list[Diagnostic]]:
    """Write instructions as classes; what is not understood is found."""
    made: dict[str, str] = {}
    found: list[Diagnostic] = []
    for instruction in touch.instructions:
        stepped = _STEPPED.fullmatch(instruction)
        steps = int(stepped[2] or 1) if stepped else 0
        if instruction in _PLAIN:
            made[instruction] = f"{_MARK}-{instruction}"
        elif stepped and 1 <= steps <= MOST_STEPS:
            made.setdefault("spacing", f"{_MARK}-{stepped[1]}-{steps}")
            if made["spacing"] != f"{_MARK}-{stepped[1]}-{steps}":
                found.append(_error("E084", f"{excerpt(touch.beginning)!r} is to be set in two widths", place))
        else:
            near = difflib.get_close_matches(instruction.split(" ")[0], (*_PLAIN, "tighter", "looser"), 1)
            hints = (*(f"did you mean {one}?" for one in near if one != instruction.split(" ")[0]), _ALLOWED)
            found.append(_error("E080", f"{instruction!r} is nothing to do with a paragraph", place, *hints))
    return " ".join(made.values()), found


def _error(code: str, message: str, place: Span, *hints: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, place, hints)


def _find(touch: Touch, chapters: Chapters, place: Span) -> tuple[Key | None, list[Diagnostic]]:
    """Find the one message that begins so."""
    if touch.chapter not in chapters:
        near = difflib.get_close_matches(touch.chapter, list(chapters), 1)
        message = f"the book has no chapter {touch.chapter!r}"
        hints = (*(f"did you mean {one}?" for one in near), f"its chapters: {', '.join(chapters)}")
        return None, [Diagnostic("E081", Severity.WARNING, message, place, hints)]
    segments = {segment.key: segment for segment in chapters[touch.chapter]}
    wanted = _bare(touch.beginning)
    begun = {key: segment for key, segment in segments.items() if _bare(segment.text).startswith(wanted)}
    whole = [key for key, segment in begun.items() if _bare(segment.text) == wanted]
    keys = whole or list(begun)
    if len(keys) == 1:
        return keys[0], []
    return None, [_several(touch, list(begun.values()), place) if keys else _stale(touch, segments, place)]


def _stale(touch: Touch, segments: Mapping[Key, Segment], place: Span) -> Diagnostic:
    """Say that no message begins so, and which was probably meant."""
    wanted = _bare(touch.beginning)
    by_beginning = {_bare(segment.text)[: len(wanted)]: segment for segment in segments.values()}
    near = [by_beginning[one] for one in difflib.get_close_matches(wanted, by_beginning, 1)]
    hints = tuple(f"the most like it: {excerpt(one.text)!r} (line {one.line})" for one in near)
    message = f"no message of {touch.chapter} begins with {excerpt(touch.beginning)!r}"
    return Diagnostic("E082", Severity.WARNING, message, place, hints or ("was it revised, or taken out?",))


def _several(touch: Touch, segments: list[Segment], place: Span) -> Diagnostic:
    """Say that several messages begin so."""
    message = f"{len(segments)} messages of {touch.chapter} begin with {excerpt(touch.beginning)!r}"
    hints = (
        *(f"{excerpt(one.text)!r} (line {one.line})" for one in segments[:3]),
        "write more of the one that is meant",
    )
    return Diagnostic("E083", Severity.WARNING, message, place, hints)


def _bare(text: str) -> str:
    """Give a text without emphasis, calls of notes and broad spaces, which nobody copies by heart."""
    return " ".join(_MARKUP.sub("", text).split())
