"""An edition as HTML documents, a section each, in the order of the book."""

from __future__ import annotations

from html import escape

from translate_pub.edition import anatomy, bidi, composition, markup, titles, volumes
from translate_pub.edition.furniture import Furniture
from translate_pub.edition.setting import Section, Setting, setting_of
from translate_pub.model.diagnostic import Outcome
from translate_pub.model.edition import ChapterHtml, Edition, Purpose, Theme


def render(edition: Edition, furniture: Furniture, theme: Theme) -> Outcome[tuple[ChapterHtml, ...]]:
    """Render an edition as sections ready for layout, with the sections that the tool makes.

    A section is a document of its own: `<html lang dir><body class="MATTER PURPOSE"><section class="ROLE"
    data-running="running head">`. What publish asks of it is said at `ChapterHtml`; further marks are `a.call`,
    `span.note` with `a.note-number`, `figure`, `caption`, `.index-mark[data-entry]`, `.untranslated`, `.fuzzy`,
    `span.foreign[dir]` and, in a proof, `[data-po]` (`file:line` of the catalogue).

    Returns:
        The sections in reading order. References to nowhere, notes that nothing calls and the like are errors among
        the findings; the sections are there all the same, with the plain words in place of the link.
    """
    setting = setting_of(edition, furniture, theme)
    chapters, findings = composition.compose(setting)
    sections, misplaced = anatomy.arrange(setting, chapters)
    return Outcome(tuple(_document(section, setting) for section in sections), (*findings, *misplaced))


def _document(section: Section, setting: Setting) -> ChapterHtml:
    style = setting.style
    bidi.wrap(section.root, style.direction)
    section.root.set("data-book", volumes.running_title(setting, section.volume))
    if setting.edition.purpose is Purpose.PROOF:
        _mark_proof(section, setting)
    purpose = setting.edition.purpose.value
    html = (
        f'<!DOCTYPE html>\n<html lang="{escape(style.language)}" dir="{style.direction}"><head><meta charset="utf-8">'
        f"<title>{escape(section.title or titles.plain(setting.metadata.title, style))}</title></head>"
        f'<body class="{section.matter.value} {purpose}">{markup.write(section.root)}</body></html>\n'
    )
    return ChapterHtml(
        section.name,
        section.role,
        section.matter,
        html,
        section.opens,
        folios=section.folios,
        title=section.title,
        volume=section.volume,
        folios_go_on=volumes.go_on(setting),
        behind_page=section.behind_page,
    )


def _mark_proof(section: Section, setting: Setting) -> None:
    """Say on every page that this is a proof of which catalogues, and at each block the file and line there."""
    # TRANSLATORS: in the head of every page of a proof
    section.root.set("data-proof", setting.furniture.say("Proof"))
    for block in markup.find(section.root, ".//*[@data-po]"):
        folder, _, reference = (block.get("data-po") or "").rpartition("/")
        block.set("data-reference", reference)
        section.root.set("data-catalogs", folder)
