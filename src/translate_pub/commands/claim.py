"""`claim`: somebody takes on chapters in a language until a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from translate_pub.commands import person
from translate_pub.model.claims import Claim
from translate_pub.model.diagnostic import Diagnostic, WorkspaceError, has_error
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import claims, clock, places

DAYS = 14
"""How long a claim runs that does not say until when."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """What became of the chapters that were asked for."""

    taken: tuple[Claim, ...]
    """Those that are the person's now."""
    replaced: tuple[Claim, ...] = ()
    """Claims of others that these took the place of: overdue ones, or with `force` any."""
    held: tuple[Claim, ...] = ()
    """Claims of others that stand; nothing is taken where there is one."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether nothing was taken."""
        return bool(self.held) or has_error(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Wish:
    """Which chapters somebody wants to take on."""

    book: str
    chapters: Sequence[str]
    language: str
    by: str | None = None
    """The person's name; git's `user.name` where it is left out."""
    until: dt.date | None = None
    """The last day; `DAYS` from today where it is left out."""
    force: bool = False
    """Take them from others too."""


def run(workspace: Workspace, wish: Wish) -> Claimed:
    """Take on chapters: all that are asked for, or none where another works on one of them.

    Raises:
        WorkspaceError: it is not known who asks, the day is past, or a file cannot be read or written.
    """
    today, who = clock.today(), person.name(workspace, wish.by)
    until = wish.until or today + dt.timedelta(DAYS)
    if until < today:
        raise WorkspaceError(f"the last day {until} is past; today is {today}")
    read = claims.read(workspace, wish.language)
    broken = _broken(workspace, wish, read.diagnostics)
    others = [claim for claim in read.value or () if _concerns(claim, wish) and claim.by != who]
    held = tuple(claim for claim in others if not wish.force and not claim.overdue(today))
    if held or broken:
        return Claimed((), held=held, diagnostics=broken)
    known = {claim.chapter: claim for claim in read.value or () if _concerns(claim, wish) and claim.by == who}
    since = {chapter: known[chapter].since if chapter in known else today for chapter in wish.chapters}
    taken = tuple(Claim(wish.language, wish.book, chapter, who, day, until) for chapter, day in since.items())
    for claim in taken:
        claims.write(workspace, claim)
    return Claimed(taken, tuple(others))


def _concerns(claim: Claim, wish: Wish) -> bool:
    return claim.book == wish.book and claim.chapter in wish.chapters


def _broken(workspace: Workspace, wish: Wish, found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the files that are asked for; what is wrong elsewhere keeps nobody from working."""
    paths = {places.claim_path(workspace, wish.language, wish.book, chapter) for chapter in wish.chapters}
    return tuple(each for each in found if not wish.force and each.span and each.span.path in paths)
