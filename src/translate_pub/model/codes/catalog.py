"""Codes of findings about the catalog."""

from __future__ import annotations

CATALOG: dict[str, str] = {
    "C001": "merge conflict in a catalogue",
    "C002": "NUL byte in a catalogue",
    "C003": "bytes that are not in the catalogue's encoding",
    "C004": "unknown encoding",
    "C005": "header not at the beginning",
    "C006": "no header",
    "C010": "quotation mark missing",
    "C011": "quotation mark inside a text",
    "C012": "unknown keyword",
    "C013": "unknown escape",
    "C014": "entry without msgid",
    "C015": "entry without msgstr",
    "C016": "keywords in the wrong order",
    "C017": "text outside an entry",
    "C020": "message translated twice",
    "C021": "translation of a text that is in no message any more",
    "C022": "translation gone from its message",
    "C023": "translations gone with all of their chapter or template",
    "C024": "update that would lose work",
    "C025": "source older than its catalogue",
    "C026": "catalogue of a newer segmentation",
    "C027": "catalogue of an older segmentation",
    "C028": "catalogue of an unknown revision",
    "C029": "revision that git does not have",
    "C030": "message translated by two people",
    "C031": "no common version to merge from",
}
