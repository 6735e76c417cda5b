"""`release`: somebody gives chapters back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate_pub.commands import person
from translate_pub.model.claims import Claim
from translate_pub.model.diagnostic import Diagnostic, has_error
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import claims


@dataclass(frozen=True, slots=True)
class Released:
    """What became of the chapters that were to be given back."""

    released: tuple[Claim, ...]
    held: tuple[Claim, ...] = ()
    """Claims of others, which stay."""
    free: tuple[str, ...] = ()
    """Chapters that nobody had taken on."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether a claim that was to go is still there."""
        return bool(self.held) or has_error(self.diagnostics)


def run(  # noqa: PLR0913  # one parameter an option of the verb
    workspace: Workspace,
    book: str,
    chapters: Sequence[str],
    language: str,
    *,
    by: str | None = None,
    force: bool = False,
) -> Released:
    """Give chapters back; those of others stay unless `force` says otherwise.

    Raises:
        WorkspaceError: it is not known who asks, or a file cannot be read or removed.
    """
    who = person.name(workspace, by)
    read = claims.read(workspace, language)
    wanted = {claim.chapter: claim for claim in read.value or () if claim.book == book and claim.chapter in chapters}
    gone = tuple(claim for claim in wanted.values() if force or claim.by == who)
    for claim in gone:
        claims.remove(workspace, claim)
    held = tuple(claim for claim in wanted.values() if claim not in gone)
    free = tuple(chapter for chapter in dict.fromkeys(chapters) if chapter not in wanted)
    return Released(gone, held, free, read.diagnostics)
