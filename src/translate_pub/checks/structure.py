"""The inline structure of a translation: what a reader can follow, see or look up must be there as in the source."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate_pub.checks import slips
from translate_pub.checks.pair import Pair
from translate_pub.model.diagnostic import Diagnostic, Severity
from translate_pub.source.inline import Difference


@dataclass(frozen=True, slots=True)
class _Feature:
    """What a kind of difference is called."""

    lost: str
    """Code where the translation has fewer."""
    added: str
    """Code where it has more."""
    name: str
    """As a translator knows it; `{}` stands for which one."""


_FEATURES = {
    "footnote": _Feature("C050", "C051", "the footnote [^{}]"),
    "link": _Feature("C052", "C053", "the link to {}"),
    "cross-reference": _Feature("C054", "C055", "the cross-reference [](<{}>)"),
    "index mark": _Feature("C056", "C056", "the index mark (index:…)"),
    "image": _Feature("C057", "C058", "the image {}"),
    "code": _Feature("C059", "C060", "the code `{}`"),
    "tag": _Feature("C061", "C062", "the tag {}"),
    "attribute": _Feature("C063", "C064", "the attribute of {}"),
    "emphasis": _Feature("C070", "C070", "emphasis ({})"),
    "line break": _Feature("C071", "C071", "the line break"),
}
_UPRIGHT = frozenset(("ja", "ko", "zh"))
"""Languages that set a stressed word in quotation marks or dots, not in italics."""
_STARS_IN_WORDS = re.compile(r"(?<=[^\W_])\*(?=[a-zäöüß])[^*]+(?<=[^\W_])\*(?=[a-zäöüß])")
"""What is taken for emphasis although it was not meant: Leser*innen und Autor*innen."""
_WIKI = re.compile(r"https?://([a-z-]+)\.(?:m\.)?(wikipedia|wikisource|wikiquote|wiktionary|wikibooks)\.org/")
_LONGEST = 80
"""Characters of code, a tag or an address that a finding shows."""
_NAMES = {"em": "*italic*", "strong": "**bold**"}


def check(pair: Pair) -> Iterator[Diagnostic]:
    """Compare the inline structure of a message and its translation; what stands for something else is one finding."""
    entry = pair.entry
    differences = pair.comparer.compare(entry.msgid, entry.msgstr, pair.segment.kind, pair.segment.flags)
    if not differences:
        return
    instead = _exchanged(differences)
    settled = {*instead.values(), *(lost for lost, added in instead.items() if _is_own_page(lost, added, pair))}
    for difference in differences:
        if difference in settled or _closes(difference, differences) or _is_choice(difference, differences, pair):
            continue
        code, message = _told(difference)
        hints = _hints(difference, instead.get(difference), entry.msgstr)
        yield Diagnostic(code, _severity(difference, differences), message, hints=hints)


def _exchanged(differences: Sequence[Difference]) -> dict[Difference, Difference]:
    """Find which that is added stands for which that is lost: the one of its kind that is most like it."""
    found: dict[Difference, Difference] = {}
    for lost in differences:
        if lost.found < lost.expected and lost.kind in _FEATURES:
            left = [
                one
                for one in differences
                if one.kind == lost.kind and one.found > one.expected and one not in found.values()
            ]
            likeness = difflib.SequenceMatcher(None, "", lost.detail, autojunk=False)
            if left:
                found[lost] = max(left, key=lambda one: _likeness(likeness, one.detail))
    return found


def _likeness(matcher: difflib.SequenceMatcher[str], detail: str) -> float:
    matcher.set_seq1(detail)
    return matcher.ratio()


def _is_own_page(lost: Difference, added: Difference, pair: Pair) -> bool:
    """Whether a link leads to the encyclopaedia in the language of the edition instead of that of the source."""
    if lost.kind != "link":
        return False
    source = pair.source_language.partition("-")[0]
    there, here = _WIKI.match(lost.detail), _WIKI.match(added.detail)
    return bool(there and here and (there[1], here[1], there[2]) == (source, pair.subtag, here[2]))


def _severity(difference: Difference, differences: Sequence[Difference]) -> Severity:
    """Weigh a difference: code that is only added may be a term that the translator sets as code."""
    is_added = difference.kind == "code" and difference.found > difference.expected
    if is_added and not any(one.kind == "code" and one.found < one.expected for one in differences):
        return Severity.WARNING
    return difference.severity


def _is_choice(difference: Difference, differences: Sequence[Difference], pair: Pair) -> bool:
    """Whether a language stresses otherwise: foreign words in italics, or in quotation marks where none slant."""
    if difference.kind != "emphasis":
        return False
    if difference.found < difference.expected:
        return difference.detail == "em" and pair.subtag in _UPRIGHT
    if _STARS_IN_WORDS.search(pair.entry.msgstr) and not _STARS_IN_WORDS.search(pair.entry.msgid):
        return False
    return not any(one.kind == "emphasis" and one.found < one.expected for one in differences)


def _closes(difference: Difference, differences: Sequence[Difference]) -> bool:
    """Whether it is the end of a tag whose beginning is among the differences too: one slip is one finding."""
    name = re.fullmatch(r"</([\w-]+)\s*>", difference.detail)
    return bool(name) and any(re.match(rf"<{name[1]}\b", one.detail) for one in differences if name)


def _told(difference: Difference) -> tuple[str, str]:
    """Give the code and the sentence of a difference."""
    if difference.kind == "leftover":
        return "C065", f"{_article(difference.detail)} stands here as plain text, and would be printed as it is"
    if difference.kind == "blank line":
        return "C066", "a blank line in the translation; the message is one paragraph"
    if difference.kind == "abbreviation":
        return "C067", f"the abbreviation does not begin with its mark, like {difference.detail.strip()}"
    feature = _FEATURES[difference.kind]
    code = feature.lost if difference.found < difference.expected else feature.added
    name = feature.name.format(_NAMES.get(difference.detail, _shown(difference.detail)))
    return code, f"{name} {_count(difference)}"


def _count(difference: Difference) -> str:
    """Say how often it is there and how often it should be."""
    if not difference.found and difference.expected == 1:
        return "of the source is missing"
    if not difference.expected and difference.found == 1:
        return "is not in the source"
    return f"stands {_times(difference.expected)} in the source and {_times(difference.found)} here"


def _times(number: int) -> str:
    return {0: "not at all", 1: "once", 2: "twice"}.get(number, f"{number} times")


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _shown(detail: str) -> str:
    """Write a detail on one line, its middle left out where it is long."""
    line = " ".join(detail.split())
    half = _LONGEST // 2
    return line if len(line) <= _LONGEST else f"{line[:half]}…{line[-half:]}"


def _hints(difference: Difference, instead: Difference | None, msgstr: str) -> tuple[str, ...]:
    """Say what stands instead of what is lost, and which slip of the keyboard it looks like."""
    hints = list(slips.find(difference.kind, difference.detail, msgstr))
    if instead is not None and instead.detail:
        hints.append(f"instead of it stands: {_shown(instead.detail)}")
    if difference.kind == "emphasis" and difference.found > difference.expected and _STARS_IN_WORDS.search(msgstr):
        hints.append("a star inside a word begins italics; a star that is to be printed is written \\*")
    return tuple(dict.fromkeys(hints))
