"""Findings about the user's text, and the errors that stop the work."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


class Severity(enum.Enum):
    """How much a finding matters: an error fails a check, a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file of the workspace."""

    path: str
    """Relative to the workspace's root, with forward slashes."""
    line: int | None = None
    """First line, counted from 1; None where only the file is known."""
    column: int | None = None
    """First character of the line, counted from 1."""

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


@dataclass(frozen=True, slots=True)
class Edit:
    """A repair of a text: what stands from `start` to `end`, counted in characters from 0, becomes `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what was found and where, what is allowed, and the likely slip."""

    code: str
    """A letter a floor (B configuration, S source, C catalog, E edition, P pages) and three digits; never reused."""
    severity: Severity
    message: str
    """One line in the words of translators and printers, without a final full stop."""
    span: Span | None = None
    hints: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    """What `check --fix` does about it in the translation; empty where the repair is not certain."""

    def __str__(self) -> str:
        head = f"{self.severity.value}[{self.code}] {self.message}"
        return f"{self.span}: {head}" if self.span else head


def has_error(found: Iterable[Diagnostic]) -> bool:
    """Whether there is an error among findings."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in found)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """A value, or none where the findings made one impossible, with all that was found on the way."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether there is no value or an error among the findings."""
        return self.value is None or has_error(self.diagnostics)


class TranslatePubError(Exception):
    """The root of what stops the work; its text is a sentence for the user.

    Attributes:
        diagnostics: the findings that made it impossible to go on; may be empty.
    """

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics


class ConfigurationError(TranslatePubError):
    """`translate-pub.toml` or a `book.toml` cannot be used; every mistake is in `diagnostics`."""


class WorkspaceError(TranslatePubError):
    """A file or folder of the workspace is missing, unreadable or in the way."""


class CatalogError(TranslatePubError):
    """A catalogue was refused as a whole (conflict marks, NUL, undecodable bytes); its file is untouched."""


class EditionError(TranslatePubError):
    """An edition may not be made as asked (untranslated text, broken references)."""


class PagesError(TranslatePubError):
    """Pages could not be laid out, or what was laid out lost text."""


class MachineError(TranslatePubError):
    """This machine lacks something (Pango, a font); the message names the command that gets it."""
