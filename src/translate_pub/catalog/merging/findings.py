"""What is to be said of a merging."""

from __future__ import annotations

from translate_pub.catalog import po
from translate_pub.catalog.merging.messages import Clash
from translate_pub.catalog.merging.three_way import Merged
from translate_pub.model.diagnostic import Diagnostic, Severity, Span
from translate_pub.model.excerpt import excerpt

_HINT = (
    "the second stands beside the first in a comment; take what is better, then delete the comment and the flag fuzzy"
)


def rivals(merged: Merged, data: bytes, path: str) -> tuple[Diagnostic, ...]:
    """Say where two people have translated one message.

    Args:
        merged: what two versions have become.
        data: the same, as the bytes that are written.
        path: the file's, for the findings.
    """
    if not merged.clashes:
        return ()
    read = po.parse(data, path, language="", book="", chapter="").value
    lines = {entry.key: entry.line for entry in read.entries} if read else {}
    return tuple(_rival(clash, Span(path, lines.get(clash.key))) for clash in merged.clashes)


def _rival(clash: Clash, span: Span) -> Diagnostic:
    key, kept, noted = map(excerpt, (clash.key[1], clash.kept, clash.noted))
    message = f"“{key}” was translated twice: “{kept}” and “{noted}”"
    return Diagnostic("C030", Severity.WARNING, message, span, (_HINT,))
