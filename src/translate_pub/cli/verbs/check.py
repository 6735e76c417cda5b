"""`translate-pub check`: faults in sources and translations."""

from __future__ import annotations

import click

from translate_pub.cli import names, options, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import check as command
from translate_pub.commands import words
from translate_pub.commands.words import Accepted
from translate_pub.report import findings as report
from translate_pub.report import repairs
from translate_pub.report.words import count


@verb(
    "Find faults in sources and translations.",
    "translate-pub check",
    "translate-pub check handbook --lang ur",
    "translate-pub check --lang sv --spelling",
    "translate-pub check --fix --lang ur",
    "translate-pub check --format json",
    "translate-pub check --format sarif > check.sarif",
)
@options.books_argument
@options.languages_option(names.LANGUAGE)
@options.format_option(*report.FORMATS)
@click.option("--fix", is_flag=True, help="Repair in the translations what is certain, and say what was repaired.")
@click.option("--dry-run", is_flag=True, help="With --fix: say what would be repaired, and write nothing.")
@click.option("--spelling", is_flag=True, help="Check the spelling of all languages that there are dictionaries for.")
@click.option(
    "--accept-words",
    is_flag=True,
    help="Put the words that no dictionary has into spelling/LANG.txt, and check nothing.",
)
def check(  # noqa: PLR0913  # as many arguments as the verb has options
    books: tuple[str, ...],
    languages: tuple[str, ...],
    form: str,
    *,
    fix: bool,
    dry_run: bool,
    spelling: bool,
    accept_words: bool,
) -> int:
    """Find faults in sources and translations: lost footnotes, links, images, tags and marks, damaged entries.

    Translations are also held against the orthography of their language: quotation marks, spaces, dashes, letters,
    digits, numbers and dates. With --fix, what can be repaired without a doubt is, in those entries alone and never in
    code, addresses or tags; a review of such an entry no longer holds.

    A translator who knows better writes “# translate-pub: allow C076 REASON” above the message; for a whole book,
    language or workspace the configuration has “allow”. Exits 1 when there are errors; warnings alone do not fail.
    """
    if accept_words:
        return _accept(words.accept(surroundings.workspace(), books, languages))
    if dry_run and not fix:
        raise click.UsageError("--dry-run says what --fix would do, and goes with it")
    if fix:
        found = command.fix(surroundings.workspace(), books, languages, spelling=spelling, dry=dry_run)
        speech.say(repairs.text(found.repairs, dry=dry_run))
    else:
        found = command.run(surroundings.workspace(), books, languages, spelling=spelling)
    if written := report.render(found.diagnostics, form, speech.paper(), surroundings.folder_in_repository()):
        speech.hand_over(written)
    speech.say(report.summary(found.diagnostics))
    return 1 if found.failed else 0


def _accept(accepted: Accepted) -> int:
    """Say which words are known from now on."""
    speech.findings(accepted.diagnostics)
    for path, new in accepted.lists:
        speech.say(f"{path}: {count(len(new), 'new word')}; strike out the wrong ones, and mend them in the catalogues")
        speech.hand_over("\n".join(new))
    if not accepted.lists:
        speech.say("no new words")
    return 0
