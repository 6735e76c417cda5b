"""A verb of the command line: a click command that shows examples as they are typed."""

from __future__ import annotations

from collections.abc import Callable

import click

from translate_pub.cli.surroundings import directory_option


class Verb(click.Command):
    """A command with examples below its options."""

    examples: tuple[str, ...] = ()

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the examples, one a line, never wrapped."""
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write(f"  {example}\n")


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
