"""Gather the fragments of `changelog.d/` into CHANGELOG.md's section Unreleased: `python -m tools.changelog`.

A fragment is a file `changelog.d/<slug>.<kind>.md` of one or more sentences; its kind is one of KINDS.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FRAGMENTS = ROOT / "changelog.d"
CHANGELOG = ROOT / "CHANGELOG.md"
KINDS = {"added": "Added", "changed": "Changed", "fixed": "Fixed"}
NAME = re.compile(r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<kind>[a-z]+)\.md")
UNRELEASED = re.compile(r"(?<=^## Unreleased\n)(?:(?!^## ).*\n)*", re.MULTILINE)


class FragmentError(Exception):
    """A fragment cannot be taken into the changelog."""


@dataclass(frozen=True)
class Fragment:
    """One change, as a reader of the changelog is told it."""

    slug: str
    kind: str
    text: str


def load(folder: Path = FRAGMENTS) -> tuple[Fragment, ...]:
    """Read every fragment of a folder but its README, in the order of their names.

    Raises:
        FragmentError: A name, a kind or a text is not what it must be.
    """
    return tuple(_read(path) for path in sorted(folder.iterdir()) if path.name != "README.md")


def section(fragments: Iterable[Fragment]) -> str:
    """Write the fragments as the body of a section, a heading a kind."""
    fragments = tuple(fragments)
    return "".join(_kind_section(kind, fragments) for kind in KINDS) + "\n"


def gather(changelog: str, fragments: Iterable[Fragment]) -> str:
    """Put the fragments into the section Unreleased.

    Raises:
        FragmentError: The changelog has no such section.
    """
    body = section(fragments)
    text, count = UNRELEASED.subn(lambda _: body, changelog, count=1)
    if count == 0:
        message = "CHANGELOG.md has no section `## Unreleased`"
        raise FragmentError(message)
    return text.rstrip("\n") + "\n"


def _kind_section(kind: str, fragments: tuple[Fragment, ...]) -> str:
    items = "".join(_item(fragment.text) for fragment in fragments if fragment.kind == kind)
    return f"\n### {KINDS[kind]}\n\n{items}" if items else ""


def _item(text: str) -> str:
    return "- " + text.replace("\n", "\n  ") + "\n"


def _read(path: Path) -> Fragment:
    named = NAME.fullmatch(path.name)
    if named is None or named["kind"] not in KINDS:
        message = f"{path.name}: a fragment's name is <slug>.<kind>.md, its kind one of {', '.join(KINDS)}"
        raise FragmentError(message)
    text = path.read_text(encoding="utf-8").strip()
    if not text.endswith(".") or any(_is_heading_or_item(line) for line in text.splitlines()):
        message = f"{path.name}: a fragment is sentences, with no heading and no list, and ends with a full stop"
        raise FragmentError(message)
    return Fragment(named["slug"], named["kind"], text)


def _is_heading_or_item(line: str) -> bool:
    return line.startswith(("#", "- ", "* ")) or not line.strip()


def main() -> int:
    """Write the section; 1 where a fragment is not well-formed."""
    try:
        fragments = load()
        CHANGELOG.write_text(gather(CHANGELOG.read_text(encoding="utf-8"), fragments), encoding="utf-8")
    except FragmentError as error:
        print(f"changelog: {error}", file=sys.stderr)
        return 1
    print(f"CHANGELOG.md: {len(fragments)} changes are unreleased")
    return 0


if __name__ == "__main__":
    sys.exit(main())
