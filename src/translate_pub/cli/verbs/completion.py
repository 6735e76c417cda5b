"""`translate-pub completion`: the script that makes a shell complete verbs, books, chapters and languages."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from translate_pub.cli.verb import verb

_VARIABLE = "_TRANSLATE_PUB_COMPLETE"
_NAME = "translate-pub"


@verb(
    "Print the script that completes words in a shell.",
    "translate-pub completion bash >> ~/.bashrc",
    "translate-pub completion zsh >> ~/.zshrc",
    "translate-pub completion fish > ~/.config/fish/completions/translate-pub.fish",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> int:
    """Print the script that makes SHELL complete verbs, books, chapters and languages."""
    found = get_completion_class(shell)
    if found is None:
        context.fail(f"this version of click has no completion for {shell}")
    click.echo(found(context.find_root().command, {}, _NAME, _VARIABLE).source())
    return 0
