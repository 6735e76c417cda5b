"""Write what of `docs/reference/` can be read off the program: `python -m tools.reference [--check]`.

Between the lines `<!-- made of the program: NAME -->` and `<!-- end -->` stands what this module writes; everything
else on those pages is written by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from translate_pub.cli.program import program
from translate_pub.cli.verb import Verb, VerbGroup
from translate_pub.workspace import schema
from translate_pub.workspace.printer_tables import PrinterTable
from translate_pub.workspace.schema import Key
from translate_pub.workspace.tables import BookTable, FiguresTable, Table, WorkspaceTable

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
PAGES = (REFERENCE / "verbs.md", REFERENCE / "configuration.md")
MADE = re.compile(r"^(<!-- made of the program: ([\w./\[\] -]+) -->\n).*?^(<!-- end -->)$", re.MULTILINE | re.DOTALL)
"""What is made of the program on a page: its name, and what stands between the lines."""
TABLES: dict[str, type[Table]] = {
    "translate-pub.toml": WorkspaceTable,
    "book.toml": BookTable,
    "figures.toml": FiguresTable,
    "printers/NAME.toml": PrinterTable,
}
"""File -> its keys."""
_COMMON = ("directory", "help")
"""Options that every verb has; the page names them once."""


def verbs() -> str:
    """Write a section for every verb: usage, what it does, its options and examples."""
    context = click.Context(program, info_name="translate-pub")
    made = (program.get_command(context, name) for name in program.list_commands(context))
    return "\n".join(_group(one, context) if isinstance(one, VerbGroup) else _verb(one, context) for one in made if one)


def _group(group: VerbGroup, above: click.Context) -> str:
    """Write the section of a group, and one below it for each of its verbs."""
    context = click.Context(group, info_name=group.name, parent=above)
    members = [_verb(one, context, "###") for one in group.commands.values()]
    return "\n".join((f"## {group.name}\n\n{_described(group)}\n", *members))


def _verb(verb: click.Command, above: click.Context, level: str = "##") -> str:
    context = click.Context(verb, info_name=verb.name, parent=above)
    usage = " ".join([context.command_path, *verb.collect_usage_pieces(context)])
    options = [one for one in verb.params if isinstance(one, click.Option) and one.name not in _COMMON]
    named = context.command_path.removeprefix("translate-pub ")
    pieces = [f"{level} {named}", f"```text\n{usage}\n```", _described(verb)]
    if options:
        rows = (_option(one, context) for one in options)
        pieces.append("\n".join(("| Option | What it does |", "|---|---|", *rows)))
    if isinstance(verb, Verb):
        pieces.append("\n".join(("```sh", *verb.examples, "```")))
    return "\n\n".join(pieces) + "\n"


def _described(command: click.Command) -> str:
    return "\n\n".join(" ".join(part.split()) for part in (command.help or "").split("\n\n"))


def _option(option: click.Option, context: click.Context) -> str:
    record = option.get_help_record(context) or ("", "")
    named = "`" + record[0].replace("|", "\\|") + "`"
    return f"| {named} | {' '.join(record[1].split())} |"


def keys(table: str) -> str:
    """Write the keys that stand directly in a table: `book.toml`, `book.toml contributors[]`, `printers/NAME.toml`."""
    file, _, above = table.partition(" ")
    described = schema.describe(TABLES[file])
    prefix = f"{above}." if above else ""
    rows = [
        _key(name.removeprefix(prefix), key)
        for name, key in described
        if name.startswith(prefix) and "." not in name.removeprefix(prefix).replace("editions.LANGUAGE", "editions")
    ]
    return "\n".join(("| Key | Holds | Means |", "|---|---|---|", *rows)) + "\n"


def _key(name: str, key: Key) -> str:
    holds = schema.wanted(key.kind)
    if key.choices:
        holds = "one of " + ", ".join(f"`{choice}`" for choice in key.choices)
    told = [key.meaning]
    told += ["**must be there**"] if key.required else []
    told += [f"if left out: `{key.default}`"] if isinstance(key.default, str) and key.default else []
    return f"| `{name}` | {holds} | {'; '.join(told)} |"


def renew(text: str) -> str:
    """Return a page with everything made of the program written anew."""
    return MADE.sub(lambda found: f"{found[1]}\n{_writer(found[2])}\n{found[3]}", text)


def made_names(text: str) -> Iterator[str]:
    """Give the names of what is made of the program on a page."""
    return (found[2] for found in MADE.finditer(text))


def _writer(name: str) -> str:
    writers: dict[str, Callable[[], str]] = {"verbs": verbs}
    return writers[name]() if name in writers else keys(name.removeprefix("keys of "))


def stale(pages: Iterable[Path] = PAGES) -> tuple[Path, ...]:
    """Return the pages that no longer say what the program is."""
    return tuple(page for page in pages if renew(page.read_text("utf-8")) != page.read_text("utf-8"))


def main() -> int:
    """Write the pages, or with `--check` only say which of them are stale."""
    old = stale()
    for page in old:
        print(f"{'stale' if '--check' in sys.argv else 'written'}: {page.relative_to(ROOT)}")
        if "--check" not in sys.argv:
            page.write_text(renew(page.read_text("utf-8")), "utf-8")
    return 1 if old and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
