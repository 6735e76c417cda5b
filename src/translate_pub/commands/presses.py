"""The ICC profiles of the printers that a workspace works with: whether they are where they are said to be."""

from __future__ import annotations

from collections.abc import Iterable

from translate_pub.commands.machine import Item, Remedy, State
from translate_pub.model.book import Book
from translate_pub.model.printing import PrinterProfile
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import files, printers

_GROUP = "printers"
_SET = Remedy(
    anywhere="set profile in [condition] of printers/NAME.toml; docs/guides/producers.md says where to get one"
)
_MEND = Remedy(anywhere="correct the file in printers/: translate-pub printers NAME says what is wrong with it")


def look(workspace: Workspace, books: Iterable[Book]) -> list[Item]:
    """Look for the ICC profile of every printer that the workspace has a file for, or that an edition names."""
    named = {edition.printer_profile for book in books for edition in book.editions.values()} - {""}
    own = {
        name for name in printers.names(workspace) if files.stands(workspace.root / printers.FOLDER / f"{name}.toml")
    }
    return [_item(workspace, name, needed=name in named) for name in printers.names(workspace) if name in named | own]


def _item(workspace: Workspace, name: str, *, needed: bool) -> Item:
    profile = printers.load(workspace, name).value
    if profile is None:
        return Item(_GROUP, name, State.MISSING if needed else State.OPTIONAL, "its file has mistakes", _MEND)
    path = printers.icc_path(workspace, profile)
    if path is None:
        return _unset(profile, needed=needed)
    if files.stands(path):
        return Item(_GROUP, name, State.PRESENT, f"ICC profile {path}")
    return Item(_GROUP, name, State.MISSING if needed else State.OPTIONAL, f"there is no ICC profile {path}", _SET)


def _unset(profile: PrinterProfile, *, needed: bool) -> Item:
    """Judge a profile that names no ICC profile: a standard may embed one, and any press may do without."""
    if not profile.standard.for_print:
        return Item(_GROUP, profile.name, State.PRESENT, "wants no ICC profile")
    if profile.needs_icc:
        state = State.MISSING if needed else State.OPTIONAL
        return Item(
            _GROUP, profile.name, state, f"{profile.standard.value} embeds an ICC profile, and none is set", _SET
        )
    detail = "no ICC profile is set; pictures in colour are converted without one"
    return Item(_GROUP, profile.name, State.OPTIONAL, detail, _SET)
