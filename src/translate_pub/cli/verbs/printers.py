"""`translate-pub printers`: what printers ask for."""

from __future__ import annotations

from translate_pub.cli import names, options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import printers as command
from translate_pub.report import printers as report


@verb(
    "Show the printers' profiles, and what each asks for.",
    "translate-pub printers",
    "translate-pub printers kdp",
    "translate-pub printers --format json",
)
@names.printers_argument
@options.format_option("table", "json")
def printers(wanted: tuple[str, ...], form: str) -> int:
    """Show the printers that an edition can be made for: the profiles of the tool, and those of the workspace.

    With a name, every figure of that profile is shown, with the page that it was read on and the day; a figure that
    the printer's own page does not show is marked "unverified". A file printers/NAME.toml in the workspace changes a
    profile (based_on = "kdp") or adds one.
    """
    found = command.run(surroundings.workspace_if_any(), wanted)
    speech.findings(found.diagnostics)
    if form == "json":
        speech.hand_over(report.json(found.profiles))
    elif wanted:
        speech.hand_over("\n\n".join(report.explanation(one, speech.paper()) for one in found.profiles))
    elif found.profiles:
        speech.hand_over(report.table(found.profiles, speech.paper()))
    return 1 if found.failed else 0
