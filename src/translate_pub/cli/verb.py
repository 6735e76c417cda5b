"""A verb of the command line: a click command that shows examples as they are typed."""

from __future__ import annotations

from collections.abc import Callable

import click

from translate_pub.cli.surroundings import directory_option
from translate_pub.commands.suggestion import suggest


class Verb(click.Command):
    """A command with examples below its options."""

    examples: tuple[str, ...] = ()

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the examples, one a line, never wrapped."""
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write(f"  {example}\n")


class VerbGroup(click.Group):
    """Verbs about one thing, behind its name."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the first example of each verb."""
        with formatter.section("Examples"):
            for one in self.commands.values():
                if isinstance(one, Verb):
                    formatter.write(f"  {one.examples[0]}\n")

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Name the verbs in the order in which they were given."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb, or say which one was probably meant."""
        word = args[0]
        if not word.startswith("-") and word not in self.commands:
            ctx.fail(f"there is no verb “{word}” of {self.name}{suggest(word, list(self.commands))}")
        return super().resolve_command(ctx, args)


def group(name: str, summary: str, text: str, *verbs: Verb) -> VerbGroup:
    """Put verbs behind one name.

    Args:
        name: of the group.
        summary: its line in the list of verbs.
        text: what it is about.
        verbs: in the order in which they are shown.
    """

    def begin() -> None:
        """Leave everything to the verb that follows."""

    made = click.group(name, cls=VerbGroup, help=text, short_help=summary)(directory_option(begin))
    for one in verbs:
        made.add_command(one)
    return made


def verb(summary: str, *examples: str) -> Callable[[Callable[..., int]], Verb]:
    """Make a verb of a function that returns the exit code.

    Args:
        summary: its line in the list of verbs.
        examples: commands as they are typed.
    """

    def make(function: Callable[..., int]) -> Verb:
        name = function.__name__.rstrip("_").replace("_", "-")
        made = click.command(name, cls=Verb, short_help=summary)(directory_option(function))
        made.examples = examples
        return made

    return make
