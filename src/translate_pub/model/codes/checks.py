"""Codes of findings about translations held against their messages."""

from __future__ import annotations

CHECKS: dict[str, str] = {
    "C040": "catalogue out of step with its source",
    "C050": "footnote call lost",
    "C051": "footnote call added",
    "C052": "link lost",
    "C053": "link added",
    "C054": "cross-reference lost",
    "C055": "cross-reference added",
    "C056": "index marks differ",
    "C057": "image lost",
    "C058": "image added",
    "C059": "code lost",
    "C060": "code added",
    "C061": "tag lost",
    "C062": "tag added",
    "C063": "attribute lost",
    "C064": "attribute added",
    "C065": "markup that is none",
    "C066": "blank line in a translation",
    "C067": "abbreviation without its mark",
    "C070": "emphasis differs",
    "C071": "line breaks differ",
}
