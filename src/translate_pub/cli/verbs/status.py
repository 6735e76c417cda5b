"""`translate-pub status`: how far every edition is."""

from __future__ import annotations

import click

from translate_pub.cli import names, options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import status as command
from translate_pub.model.status import StatusReport
from translate_pub.model.workspace import Workspace
from translate_pub.report import status as report


@verb(
    "Show how far every edition is.",
    "translate-pub status",
    "translate-pub status handbook --lang ur --chapters",
    "translate-pub status --format json --min 100",
    "translate-pub status --forecast",
    "translate-pub status --format html > status.html",
)
@options.books_argument
@options.languages_option(names.LANGUAGE)
@click.option("--chapters", is_flag=True, help="A line for each chapter.")
@click.option("--forecast", is_flag=True, help="Say when each edition will be complete, what is at risk first.")
@options.format_option("table", "json", "html", "markdown", "csv", "svg")
@click.option("--min", "minimum", type=options.percent, metavar="PERCENT", help="Exit 1 when an edition is below.")
def status(  # noqa: PLR0913  # one parameter an option
    books: tuple[str, ...],
    languages: tuple[str, ...],
    form: str,
    minimum: int | None,
    *,
    chapters: bool,
    forecast: bool,
) -> int:
    """Show how far every edition is: messages, words of the source, chapters, and the days left until its launch.

    Per cent are of words and rounded down; 100 only when nothing is missing, the words that the tool itself adds
    to the book included.

    A forecast carries the pace of the last eight weeks on, as git remembers them; of five editions, four are complete
    between the earliest and the latest day that it tells. The HTML page always has it, with charts and the people who
    did the work; svg is a badge for a web page, markdown is for a pull request.
    """
    workspace = surroundings.workspace()
    found = command.run(workspace, books, languages)
    speech.findings(found.diagnostics)
    told = _with_prospects(workspace, found.report) if forecast or form == "html" else found.report
    speech.hand_over(_write(workspace, told, form, chapters=chapters, forecast=forecast))
    return 1 if found.failed or (minimum is not None and found.report.lowest < minimum) else 0


def _with_prospects(workspace: Workspace, found: StatusReport) -> StatusReport:
    from translate_pub.commands import prospects  # noqa: PLC0415  # `status` alone asks no git

    return prospects.add(workspace, found)


def _write(workspace: Workspace, found: StatusReport, form: str, *, chapters: bool, forecast: bool) -> str:
    """Write the report in the form that was asked for; no other is imported, for `status` alone must be fast."""
    match form:
        case "json":
            return report.json(found)
        case "html":
            from translate_pub.report import status_page  # noqa: PLC0415  # see above

            return status_page.write(found, workspace.settings.project)
        case "markdown":
            from translate_pub.report import status_markdown  # noqa: PLC0415  # see above

            return status_markdown.write(found, chapters=chapters)
        case "csv":
            from translate_pub.report import status_csv  # noqa: PLC0415  # see above

            return status_csv.write(found)
        case "svg":
            from translate_pub.report import badge  # noqa: PLC0415  # see above

            return badge.svg(found)
    table = report.table(found, chapters=chapters, surface=speech.paper())
    return f"{table}\n\n{_prospects(found)}" if forecast else table


def _prospects(found: StatusReport) -> str:
    from translate_pub.report import prospects as tables  # noqa: PLC0415  # see above

    return tables.table(found, speech.paper())
