"""The Markdown that a source is written in: Python-Markdown's extensions and their settings."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from translate_pub.source.apostrophe import Apostrophe
from translate_pub.source.inlining import quicken

SEGMENTATION = 1
"""Version of the rules by which sources are cut into messages. It is raised when a release of the tool cuts otherwise,
and catalogues of an older one must be carried over (`translate-pub migrate`)."""
CROSS_REFERENCES = ("page", "chapter", "figure", "table", "title")
"""Schemes of links with empty text whose number or words the tool writes: `[](page:iskra)`."""
INDEX = "index"
"""Scheme of index marks: `[Iskra](index:)`, `[the paper](<index:Iskra>)`."""


@dataclass(frozen=True)
class Dialect:
    """What `markdown.Markdown` is built with, and how segments are made of what it reads.

    Source of the settings: https://python-markdown.github.io/reference/#markdown
    """

    extensions: tuple[str | Extension, ...] = ()
    extension_configs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    """Further keyword arguments (`tab_length`, `output_format`)."""
    meta: tuple[str, ...] = ()
    """Keys of the front matter whose values are translated."""
    unwrap: bool = True
    """Whether a message is one logical line; otherwise it keeps the line breaks of the source."""
    notes_in_order: bool = False
    """Whether footnotes are numbered in the order in which the text, translated, calls them (see `NoteOrder`)."""

    def parser(self) -> Markdown:
        """Build a fresh Python-Markdown for one document."""
        settings = copy.deepcopy(
            {"extensions": list(self.extensions), "extension_configs": dict(self.extension_configs), **self.options}
        )
        md = Markdown(**settings)
        quicken(md)
        return md

    def quoted(self, substitutions: Mapping[str, str]) -> Dialect:
        """Return the dialect with the quotes and dashes of a language.

        Args:
            substitutions: characters by the names of Python-Markdown's `smarty` (`left-double-quote`, `mdash`...),
                and `apostrophe` for the one inside a word.
        """
        own = (Apostrophe(substitutions["apostrophe"]),) if "apostrophe" in substitutions else ()
        smarty = {**self.extension_configs.get("smarty", {}), "substitutions": dict(substitutions)}
        configs = {**self.extension_configs, "smarty": smarty}
        return replace(self, extensions=(*self.extensions, *own), extension_configs=configs)


BOOK = Dialect(
    extensions=(
        "abbr",
        "admonition",
        "attr_list",
        "def_list",
        "fenced_code",
        "footnotes",
        "md_in_html",
        "meta",
        "sane_lists",
        "smarty",
        "tables",
        "toc",
    ),
    # The way back from a note is shown by its number: the words that Python-Markdown has for it are English.
    extension_configs={"toc": {"marker": ""}, "footnotes": {"BACKLINK_TITLE": "\u2191 {}"}},
    meta=("title", "subtitle", "short-title", "epigraph", "summary", "author"),
    notes_in_order=True,
)
"""The dialect of the books."""
