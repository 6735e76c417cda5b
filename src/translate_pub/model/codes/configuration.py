"""Codes of findings about the configuration and the files that it names."""

from __future__ import annotations

CONFIGURATION: dict[str, str] = {
    "B001": "a configuration file is not TOML",
    "B002": "a key is not known",
    "B003": "a key is missing or empty",
    "B004": "a key holds a value of the wrong kind",
    "B005": "a value is none of those allowed",
    "B006": "a trim size is not a measure",
    "B007": "a language tag is not known",
    "B008": "a file is missing or cannot be read",
    "B009": "a file lies outside of where it may",
    "B010": "a chapter is named twice",
    "B011": "an ISBN is wrong",
    "B012": "an ISBN is given twice",
    "B013": "a section is one that the tool makes",
    "B014": "the id of a part is used twice or is not an id",
    "B015": "an edition is of a language that the workspace does not have",
    "B016": "a Markdown file belongs to no section of its book",
    "B017": "a file is not UTF-8 text",
    "B018": "a book has no chapters",
    "B019": "a language is named twice",
    "B020": "a number is out of range",
    "B021": "a chapter is claimed twice",
    "B022": "a claim cannot be read",
    "B023": "a claim is to a chapter that is not there",
    "B024": "figures of a printer do not fit together",
    "B030": "a chapter belongs to no volume, or a volume has none",
    "B031": "a section belongs to two volumes",
    "B032": "the volumes are not in the order of the book",
    "B033": "an insert of plates has no place, or two",
}
