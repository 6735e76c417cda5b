"""`add-language`: the workspace translates into more languages."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate_pub.commands import update
from translate_pub.commands.update import UpdateReport
from translate_pub.model.diagnostic import WorkspaceError
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import config, files, toml
from translate_pub.workspace.config import WORKSPACE_FILE

_KEY = "languages"


@dataclass(frozen=True, slots=True)
class AddedLanguages:
    """Languages that a workspace has got."""

    added: tuple[str, ...]
    present: tuple[str, ...]
    """Those that it had before."""
    update: UpdateReport
    """The catalogues that were made."""


def run(workspace: Workspace, tags: Sequence[str]) -> AddedLanguages:
    """Add languages to `translate-pub.toml`, leaving every other byte as it is, and make their catalogues.

    Raises:
        ConfigurationError: a tag names no language.
        WorkspaceError: the file cannot be written, or its list is written in a way that is not understood.
    """
    known = workspace.settings.languages
    added = tuple(tag for tag in dict.fromkeys(tags) if tag not in known)
    path = workspace.root / WORKSPACE_FILE
    before = files.read(path) or b""
    after = _extend(before.decode(), added).encode() if added else before
    wider = config.propose_workspace(workspace.root, after)
    files.write(path, after, replaces=files.digest(before))
    return AddedLanguages(added, tuple(tag for tag in tags if tag in known), update.run(wider, (), tuple(tags)))


def _extend(text: str, added: Sequence[str]) -> str:
    """Put tags at the end of the list of languages, however it is written."""
    document = toml.read(text)
    wanted = {**document.values, _KEY: [*document.values.get(_KEY, []), *added]}
    items = ", ".join(json.dumps(tag) for tag in added)
    for attempt in _attempts(text, document.line((_KEY,)), items):
        try:
            if tomllib.loads(attempt) == wanted:
                return attempt
        except tomllib.TOMLDecodeError:
            continue
    raise WorkspaceError(f"{WORKSPACE_FILE} writes its languages in a way of its own; please add {items} there by hand")


def _attempts(text: str, line: int | None, items: str) -> Iterator[str]:
    """Give ways of putting the items in; the first that means what is wanted is taken."""
    if line is None:
        yield f"{_KEY} = [{items}]\n{text}"
        return
    rows = text.splitlines(keepends=True)
    head, rest = "".join(rows[: line - 1]), "".join(rows[line - 1 :])
    for place in (index for index, sign in enumerate(rest) if sign == "]"):
        inside, end = rest[:place], rest[place:]
        if "\n" in inside:
            yield f"{head}{inside}    {items},\n{end}"
            yield f"{head}{inside.rstrip()},\n    {items},\n{end}"
        for joint in ("", " ", ", "):
            yield f"{head}{inside.rstrip(' ')}{joint}{items}{end}"
