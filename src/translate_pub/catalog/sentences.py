"""Sentences of a paragraph, in any language; markup is masked, and abbreviations end none."""

from __future__ import annotations

import re

_MASKED = re.compile(
    r"(`+)(?:.+?)\1"  # code
    r"|\]\([^)]*\)|\]\[[^\]]*\]"  # addresses and labels of links
    r"|\[\^[^\]]+\]"  # calls of footnotes
    r"|<[^<>\s][^<>]*>|\{[:#.][^{}]*\}"  # tags and attributes
    r"|(?:https?|ftp)://[^\s)>\]]+",
    re.DOTALL,
)
_MARKUP = ("`", "](", "][", "[^", "<", "{", "://")
"""One of these is in every text that `_MASKED` is found in."""
_MASK = "\ue000"
_WIDE_SPACE = re.compile(r"[^\S\x00-\x7f](?=\s*\.)")
"""A space of several bytes before a full stop: after a capital letter, sentencex 1.0 panics at it."""
_CLOSING = re.compile(rf"[{_MASK}\"'”’»)\]*_}}」』）]+")
_ABBREVIATION = re.compile(r"(?<![^\W\d_])((?:[^\W\d_]+\.[ \u00a0\u202f]?)*[^\W\d_]+\.)[\"'”’»)\]*_]*\s*$")
_SPACES = " \u00a0\u202f"
_NUMBER = re.compile(r"(?:^|\s)[0-9]{1,3}\.\s*$")
_ORDINALS = "cs da de et fi hr hu is lv nb nn no pl sk sl sr tr"
"""Languages that write ordinals with a full stop; elsewhere a number with one begins an item of a list, or ends."""
_INITIAL = re.compile(r"(?:^|[\s(\[*_])[^\W\d_]\.[*_]*\s*$")
_LONGEST_NUMBER, _LONGEST_INITIAL = len(" 123."), len(" A.")
"""Characters at the end of a sentence in which the two are looked for: no more can follow their full stop there."""
_LEADING_SMALL = re.compile(r"[\"'“‘«(\[*_]*([^\W\d_])")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ABBREVIATIONS: dict[str, frozenset[str]] = {
    "de": _words(
        "abb abs anm art bd bde bes betr bspw bzgl bzw ca d.h d.i dgl dr etc evtl f ff fr geb gegr ggf hg hl hrsg "
        "i.d.r inkl insb jh jhd jhdt kap lt max min mio mrd n.chr nr o.ä od p.s prof s s.a s.o s.u sog st str tel "
        "u u.a u.u u.ä usf usw v.a v.chr verf vgl z.b z.t z.zt zit zzgl"
    ),
    "en": _words(
        "al approx c ca capt cf ch chap co col corp dept dr e.g ed eds esp est etc ff fig figs gen gov hon i.e "
        "ibid inc jr ltd messrs mr mrs ms no nos op p para pp prof rev sec sgt sr st tr transl v viz vol vols vs"
    ),
    "es": _words(
        "a.c a.m aprox art av cap col cía d d.c dr dra dña ed edit ee.uu ej etc fig gral ibíd lic máx mín n núm "
        "op p p.ej p.m pp prof profa pág págs r.d s s.a s.f sr sra srta ss ud uds v vol vols vs"
    ),
    "fr": _words(
        "al apr art av bd boul c.-à-d cf chap chr coll dir dr ed env etc ex fasc fig hab ibid id ill j.-c l.c m "
        "max mgr min mlle mm mme n no nos op p p.ex pp pr prof s s.d ss st ste suiv t trad tél v vol éd"
    ),
    "it": _words(
        "a.c art avv ca cap cfr d.c dott dr ecc ed es fig ibid ing n nn op p p.es pag pagg prof s s.p.a sig "
        "sig.ra sigg ss trad v vol voll"
    ),
    "nl": _words(
        "a.u.b afb art b.v bijv blz bv ca d.w.z dhr dr drs e.a e.d enz etc evt fig i.p.v ir jl m.a.w m.b.t m.i.v "
        "max mevr mr n.a.v nl nr o.a o.l.v p pag prof red resp st t.a.v t/m vgl z.g.a.n zgn"
    ),
    "pl": _words(
        "al art bm bp br cd cyt dr godz hab im in inż itd itp jw k.k kpt ks lit m.in mgr mjr n.e nast np nr ob ok "
        "oprac p.n.e par pkt pl por pos prof pt płk r red rys s str t tab tel tj tys tzn tzw ul ur w wg ww wyd wł "
        "zm zob zł św"
    ),
    "pt": _words(
        "a.c aprox art av cap cf d d.c dr dra ed edit etc ex exa fig ibid max min n núm op p p.ex pp prof profa "
        "pág págs s sr sra srs ss tb tel trad v v.g vol vols"
    ),
    "ru": _words(
        "в вв г г-жа г-н гг гл др и.о и.т.д и.т.п изд им кн коп л.с млн млрд н.э напр нач обл оз п пер пр прим "
        "проф р ред рис руб с сб св см соч ср ст стр т т.д т.е т.к т.н т.п тов тыс ул чел"
    ),
    "sv": _words(
        "a.a adr ang anm art avd b bil bl bl.a ca cit d.v.s d.y d.ä doc dr dvs e.d e.dyl e.kr ed el enl etc ev "
        "exkl f f.d f.kr f.n f.v.b f.ö ff fig fil forts fr fr.o.m följ förf förk g.m gm hr i.o.m i.st.f inkl jfr "
        "kap kl kr l m.a.o m.fl m.m mag max mdr milj min mom n nr nuv o.d o.dyl o.s.v obs omkr op osv p.g.a pga "
        "prof red ref resp s s.a s.k sid sign skr st t.ex t.o.m t.v.s tab tel tex tf tfn tr ung uppl urspr utg v "
        "vd vol ö.h övers"
    ),
    "tr": _words(
        "a.g.e age alm apt bk bkz bl böl c cad doç dr ed fak gn hz i.s i.ö ing k kr m.s m.ö mad mah md müd no op "
        "ord prof s sf sok st tel v vb vd vs yay yrd yy çev örn şti"
    ),
    "uk": _words(
        "акад вид гл гр див кн млн млрд н.е напр обл п пор пров проф р рис рр с св см ст стор т т.д т.зв т.п тис "
        "тов ун-т і.т.д ім ін"
    ),
}
"""Abbreviations after which a sentence goes on, small and without their last full stop, by language.

Their own lists, written for this program; a language without one still has its initials, ordinals and small letters.
"""


def split(text: str, language: str) -> tuple[str, ...]:
    """Split a paragraph into its sentences.

    `"".join(...)` of them is the text again: each keeps the white space after it. Code, addresses, tags and calls of
    footnotes are never split; a call that follows a full stop belongs to the sentence before it.

    Args:
        text: inline Markdown, as in a msgid or msgstr.
        language: BCP 47 tag.
    """
    if not text.strip():
        return (text,) if text else ()
    from sentencex import get_sentence_boundaries  # noqa: PLC0415  # 20 ms that only few verbs need

    has_markup = any(sign in text for sign in _MARKUP)
    masked = _MASKED.sub(lambda found: _MASK * len(found[0]), text) if has_markup else text
    readable = masked if masked.isascii() else _WIDE_SPACE.sub(" ", masked)
    ends = [one["end_index"] for one in get_sentence_boundaries(_base(language), readable)]
    places = {_after_closing(masked, end) for end in ends}
    parts, start = list[str](), 0
    for place in sorted(places | {len(text)}):
        if start < place and (place == len(text) or _ends(masked[start:place], masked[place:], language)):
            parts.append(text[start:place])
            start = place
    return tuple(parts)


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


def _after_closing(masked: str, place: int) -> int:
    """Move a place behind closing marks, calls of footnotes and white space that belong to the sentence before it."""
    found = _CLOSING.match(masked, place)
    if found and (found.end() == len(masked) or masked[found.end()].isspace()):
        place = found.end()
    while place < len(masked) and masked[place].isspace():
        place += 1
    return place


def _ends(before: str, after: str, language: str) -> bool:
    """Whether a sentence ends here, and no abbreviation, ordinal or initial."""
    head = before.rstrip().rstrip(_MASK)
    if not head:
        return False
    if head.endswith((".", '."', ".)")):
        small = _LEADING_SMALL.match(after)
        if small and small[1].islower():
            return False
        number = _NUMBER.search(head, max(0, len(head) - _LONGEST_NUMBER))
        is_initial = _INITIAL.search(head, max(0, len(head) - _LONGEST_INITIAL))
        if is_initial or (number and (_base(language) in _ORDINALS.split() or not number.start())):
            return False
        found = _ABBREVIATION.search(head, _last_run(head))
        if found:
            word = re.sub(r"[\s\u00a0\u202f]", "", found[1]).rstrip(".").lower()
            known = ABBREVIATIONS.get(_base(language), frozenset())
            return not (word in known or (word.rpartition(".")[2] in known and "." in word))
    return True


def _last_run(head: str) -> int:
    """Return where the last words begin that could be one abbreviation: only a full stop has a space after it there."""
    end, signs = len(head), " " if head.isascii() else _SPACES
    while True:
        space = max([head.rfind(sign, 0, end) for sign in signs])
        if space <= 0 or head[space - 1] != ".":
            return space + 1
        end = space
