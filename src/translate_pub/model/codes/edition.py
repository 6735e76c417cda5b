"""Codes of findings about the edition."""

from __future__ import annotations

EDITION: dict[str, str] = {
    "E001": "nothing calls a footnote",
    "E002": "a cross-reference is missing in a translation",
    "E003": "a reference leads nowhere",
    "E004": "a reference may lead to several places",
    "E005": "a reference points at something of another kind",
    "E006": "a chapter has no heading of its own, or several",
    "E007": "a caption stands beside no figure and no table",
    "E008": "a word of the furniture names a value that it does not have",
    "E009": "an edition is not complete enough to be printed",
    "E040": "an addendum is to stand beside a section that is not there",
    "E041": "nobody is named for a picture",
    "E042": "a picture has no licence",
    "E043": "an entry of figures.toml is for no picture",
    "E070": "a chapter cannot stand beside its translation",
    "E071": "a block is too long for a page of a bilingual edition",
    "E072": "a bilingual edition in the language of the source",
    "E080": "make-up is not understood",
    "E081": "make-up is for a chapter that is not there",
    "E082": "make-up is for a message that is not there",
    "E083": "make-up is for a message that may be several",
    "E084": "make-up wants two widths of one paragraph",
    "E085": "a line of a list of breaks is no word",
    "E086": "a word is to be broken in two ways",
    "E087": "a list of breaks for a language whose words are never broken",
    "E060": "the index cannot be sorted",
    "E061": "the index refers to a heading that it does not have",
    "E062": "a range of pages in the index has no beginning or no end",
    "E063": "an index mark cannot be read",
    "E064": "two headings of the index differ by capitals alone",
}
"""Code -> title; a code is never used again for another finding."""
