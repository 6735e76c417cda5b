"""Chapters of an edition from Python-Markdown's fragments: openings, figures, notes, references, ids."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import partial
from html import escape

from translate_pub.edition import figures, markup, notes, pictures, references, volumes
from translate_pub.edition.figures import Labels, Numbered
from translate_pub.edition.markup import Element
from translate_pub.edition.references import Target, Targets
from translate_pub.edition.setting import Setting
from translate_pub.model.book import Role
from translate_pub.model.diagnostic import Diagnostic, Severity, Span
from translate_pub.model.edition import Chapter
from translate_pub.model.source import Source
from translate_pub.source import writing
from translate_pub.source.dialect import BOOK
from translate_pub.source.rendition import untranslated

_SMALL_ROLES = frozenset({Role.DEDICATION, Role.EPIGRAPH, Role.COLOPHON, Role.PLATES})
"""Roles that need no heading."""


@dataclass(slots=True)
class ComposedChapter:
    """A chapter as a tree, with what other sections say of it."""

    chapter: Chapter
    root: Element
    """A `section` element."""
    heading: Element | None
    figures: tuple[Numbered, ...] = ()
    tables: tuple[Numbered, ...] = ()

    @property
    def title(self) -> str:
        """Inline HTML of its title, for contents and references."""
        return self.chapter.title if self.heading is None else markup.heading_html(self.heading)

    @property
    def plain_title(self) -> str:
        """Its title as plain text."""
        return markup.plain(markup.parse(self.title))

    @property
    def top(self) -> str:
        """The id of its beginning."""
        anchor = None if self.heading is None else self.heading.get("id")
        return anchor or self.root.get("id") or ""


def compose(setting: Setting) -> tuple[tuple[ComposedChapter, ...], tuple[Diagnostic, ...]]:
    """Compose every chapter of the edition, and say what is wrong with its references and notes."""
    composed: list[ComposedChapter] = []
    findings: list[Diagnostic] = []
    figure_count = table_count = 1
    for chapter in setting.edition.chapters:
        one, found = _compose_chapter(chapter, setting, figure_count, table_count)
        figure_count += len(one.figures)
        table_count += len(one.tables)
        composed.append(one)
        findings += found
    renamed = references.make_global({one.chapter.name: one.root for one in composed})
    targets = _targets(composed, renamed, setting)
    for one in composed:
        findings += references.resolve(one.root, one.chapter, targets)
    return tuple(composed), tuple(findings)


def inline_html(text: str, setting: Setting) -> str:
    """Render inline Markdown of the edition (a caption, an epigraph) as inline HTML."""
    dialect = BOOK.quoted(setting.style.smarty)
    # Behind an empty line, or "Drawing: A. Name" would be front matter.
    root = markup.parse(writing.write(Source("", f"\n{text}"), untranslated, dialect).html)
    return "<br>".join(markup.write_inside(block) for block in root)


def _compose_chapter(
    chapter: Chapter, setting: Setting, figure: int, table: int
) -> tuple[ComposedChapter, list[Diagnostic]]:
    root = markup.parse(chapter.html)
    root.tag = "section"
    root.set("class", chapter.role.value)
    root.set("id", f"section-{chapter.name}")
    for contents in markup.find(root, f".//div[{markup.having('toc')}]"):
        markup.remove(contents)
    _rename_admonitions(root)
    figures.address_images(root, posixpath.dirname(chapter.source_path))
    labels = _labels(setting)
    numbered = figures.set_figures(root, chapter.name, labels, figure)
    tables = figures.set_tables(root, chapter.name, labels, table)
    figures.mirror_columns(root)
    references.mark_index(root)
    uncalled = notes.place(root, chapter.name, setting.style)
    headings = markup.find(root, "./h1")
    composed = ComposedChapter(chapter, root, headings[0] if headings else None, numbered, tables)
    findings = [*_lost_notes(chapter, uncalled), *_headings(chapter, len(headings)), *_captions(chapter, root)]
    _open(composed, setting)
    return composed, findings


def _rename_admonitions(root: Element) -> None:
    """Keep the kinds of admonitions apart from other classes: one kind is `note`, and so is a footnote."""
    for box in markup.find(root, f".//div[{markup.having('admonition')}]"):
        kinds = [name for name in markup.classes(box) if name != "admonition"]
        box.set("class", " ".join(["admonition", *(f"admonition-{name}" for name in kinds)]))


def _labels(setting: Setting) -> Labels:
    say = setting.furniture.say
    return Labels(
        # TRANSLATORS: before the caption of a figure
        figure=lambda number: say("Figure %(number)s", number=setting.number(number)),
        # TRANSLATORS: before the caption of a table
        table=lambda number: say("Table %(number)s", number=setting.number(number)),
        inline=lambda text: inline_html(text, setting),
        credit=lambda address: pictures.credit(pictures.of(address, setting.metadata.pictures)),
    )


def _open(composed: ComposedChapter, setting: Setting) -> None:
    """Put the heading of a chapter, its number and what its front matter says into one opening."""
    chapter, heading = composed.chapter, composed.heading
    composed.root.set("data-running", markup.plain(markup.parse(chapter.short_title)) if chapter.short_title else "")
    if heading is None:
        return
    opening = markup.build("header", {"class": "opening"})
    parent = heading.getparent()
    if parent is None:
        return
    parent.insert(parent.index(heading), opening)
    if chapter.number is not None:
        # TRANSLATORS: above the title of a chapter
        label = setting.furniture.say("Chapter %(number)s", number=setting.number(chapter.number))
        opening.append(markup.build("p", {"class": "chapter-number"}, label))
    opening.append(heading)
    for key in ("subtitle", "author", "summary", "epigraph"):
        if chapter.meta.get(key):
            text = inline_html(chapter.meta[key], setting)
            opening.append(markup.parse(f'<div class="{key}">{text}</div>')[0])


def _targets(composed: list[ComposedChapter], renamed: dict[str, dict[str, str]], setting: Setting) -> Targets:
    targets = Targets(
        lowers_labels=setting.style.lowers_labels, page_elsewhere=partial(volumes.page_elsewhere, setting)
    )
    for one in composed:
        name = one.chapter.name
        targets.files[one.chapter.source_path] = name
        targets.tops[name] = one.top
        targets.stand_ins[name] = setting.stand_in(one.chapter.matter)
        targets.volumes[name] = one.chapter.volume
        number = one.chapter.number
        targets.labels[name] = one.title if number is None else escape(setting.number(number))
        targets.by_chapter[name] = _chapter_targets(one, renamed[name], setting)
    return targets


def _chapter_targets(one: ComposedChapter, renamed: dict[str, str], setting: Setting) -> dict[str, Target]:
    headings = {
        heading.get("id"): markup.heading_html(heading)
        for heading in markup.find(
            one.root, ".//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
        )
    }
    labels = _labels(setting)
    drawn = {item.anchor: escape(labels.figure(item.number)) for item in one.figures}
    listed = {item.anchor: escape(labels.table(item.number)) for item in one.tables}
    return {
        own: Target(anchor, one.chapter.name, headings.get(anchor, ""), drawn.get(own, ""), listed.get(own, ""))
        for own, anchor in renamed.items()
    }


def _lost_notes(chapter: Chapter, labels: tuple[str, ...]) -> list[Diagnostic]:
    return [
        Diagnostic(
            "E001",
            Severity.ERROR,
            f"nothing calls the footnote [^{label}]: its text would be lost",
            Span(chapter.source_path),
            (f"put [^{label}] into the text, or into the translation that left it out",),
        )
        for label in labels
    ]


def _headings(chapter: Chapter, count: int) -> list[Diagnostic]:
    if count == 1 or (count == 0 and chapter.role in _SMALL_ROLES):
        return []
    found = "has no heading with one #" if count == 0 else f"has {count} headings with one #"
    return [
        Diagnostic(
            "E006",
            Severity.WARNING,
            f"the chapter {found}; its title is taken from {'the file name' if count == 0 else 'the first'}",
            Span(chapter.source_path),
            ("a file has one heading with one #: the chapter's title",),
        )
    ]


def _captions(chapter: Chapter, root: Element) -> list[Diagnostic]:
    return [
        Diagnostic(
            "E007",
            Severity.WARNING,
            f"the caption {text!r} stands beside no figure and no table",
            Span(chapter.source_path),
            ("a {: .caption} follows its image, a {: .table-caption} stands directly before its table",),
        )
        for text in figures.stray_captions(root)
    ]
