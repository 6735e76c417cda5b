"""Codes of findings about files of exchange, and about what they bring."""

from __future__ import annotations

EXCHANGE: dict[str, str] = {
    "C150": "file of an unknown kind",
    "C151": "document type definition or entities in a file",
    "C152": "file too large, or locked",
    "C153": "file damaged",
    "C154": "letters lost, or not in UTF-8",
    "C155": "columns missing or not known",
    "C156": "formula in a cell",
    "C157": "something else than a text in a cell",
    "C158": "message known by its source text only",
    "C159": "message twice in a file",
    "C160": "source text changed in a file",
    "C161": "message that the book does not have",
    "C162": "translation empty in a file",
    "C163": "message translated by both sides",
    "C164": "message that cannot be exported",
    "C165": "markup of another program",
    "C166": "review without a name",
    "C167": "book or language not known",
    "C168": "row with too many or too few cells",
    "C169": "id and source text of different messages",
}
