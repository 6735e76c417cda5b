"""The fonts of an edition: those that come with the tool, and those that `[editions.<language>.fonts]` names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from translate_pub.model.book import Book
from translate_pub.model.diagnostic import Diagnostic, MachineError, Outcome, Severity, Span
from translate_pub.model.workspace import Workspace
from translate_pub.publish import fonts
from translate_pub.publish.fonts import FontFace, FontSet
from translate_pub.workspace import font_packages
from translate_pub.workspace import fonts as notation
from translate_pub.workspace.findings import did_you_mean


@dataclass(frozen=True, slots=True)
class Faces:
    """What an edition is set in."""

    fonts: FontSet
    families: Mapping[str, str]
    """Use (body, heading, note, mono) -> family that the edition asks for."""


def choose(workspace: Workspace, book: Book, language: str) -> Outcome[Faces]:
    """Find the fonts of an edition.

    Raises:
        MachineError: the fonts that come with the tool are not on this machine.
    """
    shipped = fonts.shipped()
    found: list[Diagnostic] = []
    families: dict[str, str] = {}
    own = shipped
    for use, written in book.edition(language).fonts.items():
        place = Span(book.configuration, book.lines.get(f"editions.{language}.fonts.{use}"))
        try:
            own, families[use] = _choose(workspace, own, written)
        except MachineError as error:
            reason, *further = str(error).splitlines()
            found.append(Diagnostic("P012", Severity.ERROR, reason, place, tuple(further)))
    return Outcome(None if found else Faces(own, families), tuple(found))


def _choose(workspace: Workspace, known: FontSet, written: str) -> tuple[FontSet, str]:
    """Give the fonts with the one that is written, and the name of its family.

    Raises:
        MachineError: it cannot be had.
    """
    package = notation.package(written)
    if package is not None:
        return _with(known, font_packages.package_faces(package))
    if notation.is_file(written):
        return _with(known, font_packages.file_faces(workspace.root / written))
    families = sorted({face.family for face in known.faces})
    if written not in families:
        raise MachineError(f"there is no font “{written}”; {did_you_mean(written, families) or ', '.join(families)}")
    return known, written


def _with(known: FontSet, faces: tuple[FontFace, ...]) -> tuple[FontSet, str]:
    """Add an edition's own faces, and name the family that most of them belong to."""
    family, _ = Counter(face.family for face in faces).most_common(1)[0]
    return known.with_faces(faces), family
