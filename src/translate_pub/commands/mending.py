"""`check --fix`: what is certain is repaired in the catalogues, and nothing else in them changes."""

from __future__ import annotations

from collections.abc import Mapping

from translate_pub.checks import fixes, rules
from translate_pub.checks.fixes import Repair
from translate_pub.checks.numbering import Numbering
from translate_pub.checks.rules import Rule
from translate_pub.commands.manuscript import Manuscript
from translate_pub.commands.translations import Translations
from translate_pub.edition import languages, numbering
from translate_pub.model.book import Book
from translate_pub.model.checking import CheckSettings
from translate_pub.model.workspace import Workspace
from translate_pub.source.dialect import BOOK
from translate_pub.source.inline import Comparer
from translate_pub.workspace import catalogs
from translate_pub.workspace.catalogs import Change


def settings(workspace: Workspace, text: Manuscript, language: str) -> CheckSettings:
    """Gather what workspace, book and edition say of findings in a language; the narrower goes before the wider."""
    return workspace.settings.checks.and_then(text.book.checks).and_then(text.book.edition(language).checks)


def every_rule(book: Book, language: str) -> tuple[Rule, ...]:
    """Give the rules of an edition that need no vocabulary: those of every language, and that of its numbering."""
    asked = book.edition(language).numbering.get("body", "")
    system = asked or languages.style(language).numbering["body"]
    zero = numbering.DIGIT_ZERO.get(system)
    if zero is None or (system == "latn" and not asked):
        return rules.RULES
    return (*rules.RULES, Numbering(system, zero, asked=bool(asked)))


def repair(
    workspace: Workspace, text: Manuscript, read: Translations, comparers: Mapping[str, Comparer]
) -> tuple[tuple[Repair, ...], tuple[Change, ...]]:
    """Repair the translations of a book into one language.

    Returns:
        The repairs of each catalogue that has any, and the files that are to be written.
    """
    allowed = settings(workspace, text, read.language)
    done = [
        fixes.repair(
            read.catalogs[chapter],
            segments,
            comparers.get(chapter) or Comparer(BOOK, {}),
            every_rule(text.book, read.language),
            settings=allowed,
            source_language=text.book.language,
        )
        for chapter, segments in text.segments().items()
        if chapter in read.catalogs
    ]
    repaired = {one.catalog.path: one for one in done if one.made}
    old = [catalog for catalog in read.catalogs.values() if catalog.path in repaired]
    return tuple(repaired.values()), catalogs.between(old, [one.catalog for one in repaired.values()])
