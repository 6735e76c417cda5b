"""What the pages of an edition have to print: it is composed as for a build, and taken down before its layout."""

from __future__ import annotations

from collections.abc import Mapping

from translate_pub.commands import composition, translations
from translate_pub.commands.commission import Commission
from translate_pub.commands.manuscript import Manuscript
from translate_pub.commands.translations import Translations
from translate_pub.edition import expectation
from translate_pub.model.diagnostic import Severity, TranslatePubError
from translate_pub.model.edition import Purpose
from translate_pub.model.expectation import Expected
from translate_pub.model.preflight import Unchecked
from translate_pub.model.workspace import Workspace

_CHECK = "text of the edition"


def expect(
    workspace: Workspace, text: Manuscript | None, language: str, commission: Commission | None
) -> Mapping[int, Expected] | Unchecked:
    """Take an edition down: volume -> what it prints; 0 stands for a book in one volume.

    Args:
        workspace: where the book is.
        text: the book; None where it cannot be read.
        language: of the edition.
        commission: who prints it.

    Returns:
        Why it cannot be composed, where it cannot.
    """
    if text is None:
        return Unchecked(_CHECK, "the sources cannot be read: translate-pub check says why")
    own = language == text.book.language
    read = None if own else translations.read(workspace, text, language).value
    if not own and read is None:
        return Unchecked(_CHECK, f"the catalogues of {language} cannot be read: translate-pub check says why")
    try:
        made = composition.compose(
            workspace, text, read or Translations(language, {}, None), Purpose.PRINT, 0, commission
        )
    except TranslatePubError as error:
        return Unchecked(_CHECK, f"the edition cannot be composed: {error}")
    if made.value is None:
        reason = next((one.message for one in made.diagnostics if one.severity is Severity.ERROR), "")
        return Unchecked(_CHECK, f"the edition cannot be composed: {reason}")
    direction = made.value.imprint().direction
    return {
        one.volume.number if one.volume else 0: expectation.expect(one.sections, one.form.css, language, direction)
        for one in made.value.volumes()
    }
