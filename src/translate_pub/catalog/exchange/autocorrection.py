"""What Word corrects while one types, put back where it has hurt markup.

Quotation marks, dashes and dots in running text are the translator's own affair. Inside an attribute list, a tag, an
address or code they change what the text means; there the source shows what was meant.
"""

from __future__ import annotations

import re

_MARKUP = re.compile(r"\{[^{}\n]*\}|<[^<>\n]+>|`[^`\n]+`|\]\([^()\s]+(?:\s+\"[^\"\n]*\")?\)|\[\^[^\]\n]+\]")
_CORRECTED = {
    '"': '"“”„«»',
    "'": "'‘’‚",
    " ": " \u00a0\u202f",
    "-": "-\u2011\u2013\u2014\u2212",
}
_LONGER = {"...": "…", "--": "–—", "->": "→", "<-": "←", "(c)": "©", "(r)": "®"}
"""What was typed -> what Word makes of it."""


def restore(source: str, target: str) -> str:
    """Put pieces of markup back as the source has them, where the target has them as Word corrects them.

    A piece that the source does not have is left alone, and so is everything between pieces.
    """
    for piece in dict.fromkeys(_MARKUP.findall(source)):
        if piece not in target:
            target = _corrected(piece).sub(piece.replace("\\", r"\\"), target)
    return target


def _corrected(piece: str) -> re.Pattern[str]:
    """Make the expression of all forms that a piece of markup may have after correction."""
    parts: list[str] = []
    rest = piece
    while rest:
        longer = next((typed for typed in _LONGER if rest.startswith(typed)), "")
        typed = longer or rest[0]
        if longer:
            parts.append(f"(?:{_plain(typed)}|[{_LONGER[typed]}])")
        else:
            parts.append(_plain(typed))
        rest = rest[len(typed) :]
    return re.compile("".join(parts))


def _plain(typed: str) -> str:
    return "".join(f"[{re.escape(_CORRECTED[sign])}]" if sign in _CORRECTED else re.escape(sign) for sign in typed)
