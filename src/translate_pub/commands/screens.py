"""Editions for screens on their way out: finished to a standard, and judged by veraPDF where it is on this machine."""

from __future__ import annotations

import datetime as dt

from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, has_error
from translate_pub.model.pages import Publication
from translate_pub.model.printing import Standard
from translate_pub.publish import finishing
from translate_pub.workspace import verapdf
from translate_pub.workspace.picture_shelf import PictureShelf

STANDARDS = (Standard.PLAIN, Standard.A2U, Standard.UA1)
"""What an edition for screens may be."""
_FLAVOURS = {Standard.A2U: "2u", Standard.UA1: "ua1"}


def finish(
    publication: Publication, standard: Standard, pictures: PictureShelf, date: dt.datetime | None
) -> Outcome[Publication]:
    """Finish a file, and say whether it is what it claims: that it is valid is said by veraPDF alone.

    Args:
        publication: tagged pages.
        standard: one of `STANDARDS`.
        pictures: where converted ones are kept.
        date: when the text was last changed; None where nobody knows.
    """
    outcome = finishing.screen(publication, standard, store=pictures, date=date or finishing.UNDATED)
    if outcome.value is None or has_error(outcome.diagnostics) or standard not in _FLAVOURS:
        return outcome
    judged = _judge(outcome.value, standard)
    return Outcome(outcome.value, (*outcome.diagnostics, *judged))


def _judge(publication: Publication, standard: Standard) -> list[Diagnostic]:
    said = verapdf.validate(publication.data, _FLAVOURS[standard])
    name = f"{publication.name} claims to be PDF/{standard.value}"
    if isinstance(said, str):
        return [Diagnostic("P031", Severity.NOTE, f"{name}; whether it is valid was not checked: {said}")]
    if not said:
        return [Diagnostic("P031", Severity.NOTE, f"{name}, and veraPDF finds it valid")]
    return [Diagnostic("P031", Severity.ERROR, f"{name}, and is not: veraPDF says {rule}") for rule in said]
