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
    "C030": "message translated by two people",
    "C031": "no common version to merge from",
}
