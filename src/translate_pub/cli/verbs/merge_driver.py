"""`translate-pub merge-driver`: git merges catalogues message by message."""

from __future__ import annotations

from pathlib import Path

import click

from translate_pub.cli import speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import merge_driver as command
from translate_pub.commands import merge_installation
from translate_pub.commands.merge_driver import MergeReport
from translate_pub.commands.merge_installation import Installation
from translate_pub.report.words import count

_FILE = click.Path(dir_okay=False, path_type=Path)


@verb(
    "Let git merge catalogues message by message.",
    "translate-pub merge-driver --install",
    "translate-pub merge-driver --uninstall",
)
@click.option(
    "--install", "wish", flag_value="install", help="Have git use it here, and in every clone where this is run."
)
@click.option("--uninstall", "wish", flag_value="uninstall", help="Have git merge catalogues as it did before.")
@click.argument("versions", nargs=-1, type=_FILE, metavar="[BASE OURS THEIRS PATH]")
def merge_driver(versions: tuple[Path, ...], wish: str | None) -> int:
    """Set git up to merge catalogues message by message, so that no merge, rebase or cherry-pick leaves conflict marks.

    `--install` adds the driver to the configuration of this clone, and to .gitattributes the lines that say which files
    it is for. Commit .gitattributes; everybody else runs the same command once in their own clone. A clone where nobody
    has done so merges as git does by itself.

    Git then calls the verb with four paths: the version that both branches began from, ours, theirs, and the file's
    name. The merged file is written in the place of ours. Where two people have translated one message differently,
    ours stays, theirs stands beside it in a comment, and the entry is fuzzy. Exits 1, and leaves ours, only when a
    version cannot be read at all.
    """
    if wish:
        if versions:
            raise click.UsageError(f"--{wish} takes no files")
        return _set_up(wish)
    if len(versions) != 4:  # noqa: PLR2004  # the four that the usage names
        raise click.UsageError(
            "git calls this verb with four paths; to set it up: translate-pub merge-driver --install"
        )
    base, ours, theirs, name = versions
    done = command.run(base, ours, theirs, str(name))
    speech.findings(done.diagnostics)
    speech.say(_account(done))
    return 0 if done.merged else 1


def _account(report: MergeReport) -> str:
    """Tell how a file was merged."""
    if report.merged is None:
        return f"{report.name}: not merged, ours stays: repair the version that cannot be read, then merge again"
    told = [f"{count(len(report.merged.taken), 'message')} taken from theirs"]
    told += [f"{len(report.merged.clashes):,} translated by both"] if report.merged.clashes else []
    return f"{report.name}: merged, {', '.join(told)}"


def _set_up(wish: str) -> int:
    """Install or uninstall, and say what was written."""
    folder = surroundings.directory()
    adding = wish == "install"
    done = merge_installation.install(folder) if adding else merge_installation.uninstall(folder)
    speech.say(_told(done, "wrote" if adding else "removed") or f"nothing to do: the driver is {wish}ed already")
    if adding and done.lines:
        speech.say(f"commit {done.attributes.name}; everybody else runs this command once in their clone")
    return 0


def _told(done: Installation, verb_of_past: str) -> str:
    """Tell what was written where."""
    settings = [f"{verb_of_past} in this clone's configuration: {setting}" for setting in done.settings]
    return "\n".join([*settings, *(f"{verb_of_past} in {done.attributes}: {line}" for line in done.lines)])
