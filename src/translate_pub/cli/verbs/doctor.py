"""`translate-pub doctor`: what this machine has and lacks."""

from __future__ import annotations

from translate_pub.cli import speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import doctor as command
from translate_pub.commands.doctor import Diagnosis
from translate_pub.commands.machine import State
from translate_pub.model.diagnostic import WorkspaceError
from translate_pub.model.workspace import Workspace

_MARKS = {State.PRESENT: "ok", State.OLD: "old", State.MISSING: "MISSING", State.OPTIONAL: "not here"}


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
    speech.hand_over(_told(found))
    return 0 if found.well else 1


def _workspace() -> Workspace | None:
    """Find the workspace, if there is one: a machine can be looked at anywhere."""
    try:
        return surroundings.workspace()
    except WorkspaceError:
        return None


def _told(found: Diagnosis) -> str:
    """Tell what a machine has and lacks, group by group, with the commands that get what it lacks."""
    lines: list[str] = []
    for group in dict.fromkeys(item.group for item in found.items):
        lines += ["", group]
        for item in (item for item in found.items if item.group == group):
            lines.append(f"  {_MARKS[item.state]:<9} {item.name:<12} {item.detail}")
            lines += [f"            {line}" for line in item.remedy.lines()]
    verdict = "books can be made here" if found.well else "books cannot be made here yet: see what is missing"
    return "\n".join((*lines[1:], "", verdict))
