"""`printers`: the printers' profiles that an edition can be made to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate_pub.commands.suggestion import suggest
from translate_pub.model.diagnostic import Diagnostic, WorkspaceError, has_error
from translate_pub.model.printing import PrinterProfile
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import printers


@dataclass(frozen=True, slots=True)
class Printers:
    """The profiles that were asked for."""

    profiles: tuple[PrinterProfile, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether a profile cannot be used."""
        return has_error(self.diagnostics)


def run(workspace: Workspace | None, wanted: Sequence[str] = ()) -> Printers:
    """Read the profiles that are named, or all.

    Args:
        workspace: its own profiles are read too; None outside of one.
        wanted: names of profiles.

    Raises:
        WorkspaceError: a name is unknown, or a file cannot be read.
    """
    known = printers.names(workspace)
    for name in wanted:
        if name not in known:
            raise WorkspaceError(f"there is no printer “{name}”{suggest(name, known)}")
    outcomes = [printers.load(workspace, name) for name in wanted or known]
    found = tuple(one for outcome in outcomes for one in outcome.diagnostics)
    return Printers(tuple(outcome.value for outcome in outcomes if outcome.value), found)
