"""Bilingual editions: the source and a translation of it on facing pages."""

from __future__ import annotations

from dataclasses import replace

from translate_pub.commands import composition as compositions
from translate_pub.commands.commission import Commission
from translate_pub.commands.composition import Composition
from translate_pub.commands.manuscript import Manuscript
from translate_pub.commands.translations import Translations
from translate_pub.edition import bilingual, languages
from translate_pub.edition.bilingual import ORIGINAL
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity
from translate_pub.model.edition import ChapterHtml, Purpose
from translate_pub.model.pages import Pagination
from translate_pub.model.workspace import Workspace
from translate_pub.publish import facing, pagination
from translate_pub.publish.chapter import Format
from translate_pub.publish.facing import LayOutAll
from translate_pub.publish.pagination import Voice


def compose(
    workspace: Workspace, text: Manuscript, read: Translations, minimum: int, commission: Commission | None
) -> Outcome[Composition]:
    """Compose an edition with the source beside it; no value where it is refused.

    Args:
        workspace: where the book is.
        text: the book.
        read: its catalogues in the edition's language.
        minimum: per cent of words that must be translated.
        commission: who prints it, and how.
    """
    source = text.book.language
    if read.language == source:
        message = f"{text.book.name} is written in {source}: a bilingual edition is made in another language"
        return Outcome(None, (Diagnostic("E072", Severity.ERROR, message),))
    made = compositions.compose(workspace, text, read, Purpose.BILINGUAL, minimum, commission)
    sides = languages.style(read.language).direction
    of_source = Translations(source, {}, None)
    original = compositions.compose(workspace, text, of_source, Purpose.BILINGUAL, minimum, commission, sides)
    # What is wrong with the source is found where its own edition is built.
    missing = () if original.value is not None else original.diagnostics
    if made.value is None or original.value is None:
        return Outcome(None, (*made.diagnostics, *missing))
    faces = made.value.form.fonts.with_faces(original.value.form.fonts.faces)
    form = replace(made.value.form, fonts=faces)
    return Outcome(replace(made.value, form=form, original=original.value), made.diagnostics)


def paginate(one: Composition, original: Composition, lay_out_all: LayOutAll) -> Outcome[Pagination]:
    """Cut the chapters of both languages into openings, and number their pages.

    Args:
        one: the translation.
        original: the source.
        lay_out_all: lays sections out.
    """

    def form_of(section: ChapterHtml) -> Format:
        return original.form if section.voice == ORIGINAL else one.form

    languages_of = (original.edition.language, one.edition.language)
    parts, unpaired = bilingual.pair(original.sections, one.sections, *languages_of)
    sections = facing.cut(parts, form_of, lay_out_all)
    voices = {ORIGINAL: Voice(original.form, original.write_folio)}
    pages = pagination.paginate(sections, one.form, one.write_folio, lay_out_all, voices)
    long = facing.check(pages.value, sections) if pages.value else ()
    return Outcome(pages.value, (*unpaired, *long, *pages.diagnostics))
