"""`translate-pub doctor`: what this machine has and lacks."""

from __future__ import annotations

from translate_pub.cli import accounts, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import doctor as command
from translate_pub.model.diagnostic import WorkspaceError
from translate_pub.model.workspace import Workspace


@verb(
    "Show what this machine has and lacks.",
    "translate-pub doctor",
)
def doctor() -> int:
    """Show what this machine has and lacks, each with the command that gets it.

    Looks for what lays out pages (Pango, HarfBuzz), fonts and hyphenation for each language of the workspace, and the
    programs that translators and printers use beside this one. Exits 1 when books cannot be made here.
    """
    found = command.run(_workspace())
    speech.hand_over(accounts.of_diagnosis(found))
    return 0 if found.well else 1


def _workspace() -> Workspace | None:
    """Find the workspace, if there is one: a machine can be looked at anywhere."""
    try:
        return surroundings.workspace()
    except WorkspaceError:
        return None
