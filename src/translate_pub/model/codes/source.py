"""Codes of findings about the source."""

from __future__ import annotations

SOURCE: dict[str, str] = {
    "S001": "Comment that looks like a directive and is none",
    "S002": "Directive without effect",
    "S003": "Text in raw HTML, which translators do not see",
    "S004": "Caption in raw HTML, which translators do not see",
    "S005": "Id given twice in one chapter",
    "S006": "Footnote without a definition",
    "S007": "Footnote that the text never calls",
    "S008": "Footnote defined twice",
    "S009": "Link without a definition",
    "S010": "Code fence that is never closed",
    "S011": "Paragraph of more than 20 kB",
    "S012": "More than 500 footnotes in one file",
    "S013": "Key of the front matter that is probably a slip",
    "S014": "Control character",
    "S015": "Footnote without text",
    "S016": "Front matter that breaks off, or that is none",
}
