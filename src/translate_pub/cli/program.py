"""The program: its verbs by name, each loaded only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import cast

import click

from translate_pub import __version__
from translate_pub.cli.surroundings import directory_option
from translate_pub.commands.suggestion import suggest

SECTIONS: dict[str, tuple[str, ...]] = {
    "Books": ("init", "new", "add-language", "update", "migrate", "status"),
    "Translation": ("glossary", "suggest", "import-translation", "review", "check"),
    "Editions": ("printers", "build", "preflight", "render", "impose", "compare", "credits", "rights"),
    "Working together": (
        "claim",
        "release",
        "claims",
        "send",
        "receive",
        "export",
        "import",
        "weblate",
        "merge-driver",
    ),
    "Set-up": ("doctor", "completion"),
}
"""The verbs by what they are for; inside a section, in the order in which a book meets them."""
VERBS: tuple[str, ...] = tuple(verb for verbs in SECTIONS.values() for verb in verbs)
"""In the order in which help and reference show them."""

FIRST_STEPS = (
    "translate-pub init --lang ur --lang sv",
    "translate-pub new my-book",
    "translate-pub update",
    "translate-pub build my-book --lang sv --edition proof",
)


class Verbs(click.Group):
    """A group that imports the module of a verb on first use, so that `status` never pays for `build`."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Show the way from an empty folder to pages."""
        with formatter.section("A book from an empty folder to pages"):
            for step in FIRST_STEPS:
                formatter.write(f"  {step}\n")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs in their sections, all in one column."""
        wide = max(map(len, VERBS))
        for section, verbs in SECTIONS.items():
            loaded = [(name, self.get_command(ctx, name)) for name in verbs]
            room = formatter.width - wide - len("    ")
            rows = [(name.ljust(wide), one.get_short_help_str(room)) for name, one in loaded if one]
            with formatter.section(section):
                formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Name the verbs in the order of `VERBS`."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Load a verb."""
        if cmd_name not in VERBS:
            return None
        name = cmd_name.replace("-", "_") + ("_" if iskeyword(cmd_name) else "")
        return cast("click.Command", getattr(import_module(f"translate_pub.cli.verbs.{name}"), name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb, or say which one was probably meant."""
        word = args[0]
        if not word.startswith("-") and word not in VERBS:
            ctx.fail(f"there is no verb “{word}”{suggest(word, VERBS)}")
        return super().resolve_command(ctx, args)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="translate-pub")
@directory_option
def program() -> None:
    """Translate Markdown books through gettext catalogues and print them in any language."""
