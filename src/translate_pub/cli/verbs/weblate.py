"""`translate-pub weblate`: what a Weblate server must be told."""

from __future__ import annotations

from dataclasses import asdict

import click

from translate_pub.cli import options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import weblate as command
from translate_pub.report import weblate as report


@verb(
    "Describe the catalogues for a Weblate server.",
    "translate-pub weblate > components.json",
    "translate-pub weblate handbook --project press --repo https://git.example.org/press/books",
)
@options.books_argument
@click.option("--project", default="books", show_default=True, metavar="SLUG", help="Weblate's name of the project.")
@click.option("--repo", "repository", default="", metavar="URL", help="What Weblate clones; else git's origin.")
@click.option("--branch", default="", metavar="NAME", help="The branch; else the one that is checked out.")
def weblate(books: tuple[str, ...], project: str, repository: str, branch: str) -> int:
    """Describe the catalogues of the workspace as components of a Weblate project, in JSON: one for each chapter.

    On the server: weblate import_json --project SLUG components.json. The first component clones the repository, the
    others share its clone. Weblate is told to leave new languages and messages to translate-pub update, and to check
    Markdown.
    """
    found = command.run(surroundings.workspace(), books, repository=repository, branch=branch)
    speech.findings(found.diagnostics)
    if not found.repository:
        speech.say("the repository has no origin: name the address that Weblate is to clone with --repo URL")
        return 1
    components = [asdict(component) for component in found.components]
    speech.hand_over(report.json(components, project, found.repository, found.branch))
    return 1 if found.failed else 0
