"""What `init` and `new` write: a workspace, and a book to begin with. Nothing that is there is written over."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from string import Template

from translate_pub.model.diagnostic import WorkspaceError
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import files
from translate_pub.workspace.config import BOOK_FILE, WORKSPACE_FILE, propose_workspace

_BOOK_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_NUMBER = re.compile(r"(\d+)")
_IGNORED = ("/build/", "*.mo", ".*.tmp")
"""What is built, what translators' editors compile, and what a killed process may leave beside the file that it was
about to replace."""
_EDITOR_FILE = ".editorconfig"
_FRONT = ("dedication", "epigraph", "foreword", "preface", "acknowledgements", "introduction")
_BACK = ("conclusion", "afterword", "appendix", "chronology", "glossary", "notes", "bibliography", "colophon")
"""Names of files that say what they are."""

_WORKSPACE = Template("""\
# A workspace of translate-pub: the books in it, their translations, and what is made of them.

project = $project
source_language = $source_language
# Languages to translate into, as BCP 47 tags; `translate-pub add-language sv ur` adds some.
languages = $languages

# Where translators report mistakes in the source: an address or a page.
# bugs = "editors@example.org"

sources = "source_texts"
catalogs = "locales"
build = "build"

# What every book has that does not say otherwise.
[defaults]
theme = "classic"
trim = "140x216mm"  # or A5, 6x9in, or any measure such as 135x210mm
""")

_BOOK = Template("""\
# What the book is, which files it is made of, and what each language has of its own.

title = $title
# subtitle = ""
# short_title = ""            # in running heads, if the title is long
# publisher = ""
# place = ""
year = $year
# edition = "First edition"
# rights = "All rights reserved."

# The chapters in order; a book in parts has [[parts]] instead, each with an id, a title and its chapters.
chapters = $chapters

# [[contributors]]
# name = ""
# role = "author"             # or editor, illustrator, cartographer, designer...

# An ISBN for each product: paperback, hardback, epub, pdf.
# [isbn]
# paperback = "978-…"

$sections# [[back]]
# role = "bibliography"       # or appendix, chronology, glossary, notes, afterword, colophon...
# file = "bibliography.md"

# [editions.ur]
# translators = [""]
# isbn = { paperback = "978-…" }
# launch = { date = 2027-01-15, place = "Lahore" }
# numbering = { body = "arabext", front = "abjad" }
""")

_PREFACE = """\
# Preface {#preface}

Say here for whom the book is. The argument begins in chapter [](chapter:first-chapter), on page [](page:first-chapter).
"""

_CHAPTER = """\
# The first chapter {#first-chapter}

<!-- TRANSLATORS: a line like this one is shown to translators with the text below it. -->

A paragraph is a message: it is what a translator sees at a time.[^first] Emphasis is *like this*, and the name in
braces after a heading stays the same in every language, so that other chapters can refer to it.

[^first]: A footnote stands at the foot of its page.

## Lists and quotations {#lists}

- An item,
- and another one.

> Quoted words.
>
> — Somebody, *A Book*
> {: .attribution}
"""


_EDITORS = """\
# How editors write the files of this workspace (https://editorconfig.org).

root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true

# Two spaces at the end of a line break it in Markdown, and each catalogue has the manner of those who write it.
[*.{md,po,pot}]
trim_trailing_whitespace = false

# A glossary may come from a spreadsheet, which knows its letters and lines by what it has written itself.
[*.csv]
charset = unset
end_of_line = unset
"""


def init(folder: Path, *, source_language: str = "en", languages: Sequence[str] = ()) -> tuple[str, ...]:
    """Make a folder a workspace and return the names of the files that were written.

    Raises:
        WorkspaceError: it is one already, or cannot be written to.
        ConfigurationError: a language tag is not known; nothing is written.
    """
    text = _WORKSPACE.substitute(
        project=_toml(folder.resolve().name),
        source_language=_toml(source_language),
        languages=_toml(list(languages)),
    )
    propose_workspace(folder.resolve(), text.encode())
    _write_new(folder / WORKSPACE_FILE, text)
    return (WORKSPACE_FILE, *_ignore(folder), *_advise_editors(folder))


def new(workspace: Workspace, name: str, *, year: int, title: str = "") -> tuple[str, ...]:
    """Begin a book and return the paths of what was written, relative to the workspace's root.

    A folder that has Markdown files already gets a `book.toml` that names them; an empty one gets a preface and a
    first chapter too.

    Raises:
        WorkspaceError: the name is not one for a folder, there is such a book, or the disk refuses.
    """
    if not _BOOK_NAME.fullmatch(name):
        likely = "-".join(re.findall(r"[a-z0-9]+", name.casefold()))
        hint = f", for example {likely}" if likely else ""
        message = f"{name} is not a name for a book: small letters, digits and hyphens are wanted{hint}"
        raise WorkspaceError(message)
    folder = workspace.root / workspace.settings.sources / name
    standing = sorted((path.name for path in folder.glob("*.md") if path.stem.casefold() != "readme"), key=_counted)
    begun = {} if standing else {"preface.md": _PREFACE, "01-first-chapter.md": _CHAPTER}
    names = standing or sorted(begun)
    text = _BOOK.substitute(
        title=_toml(title or name.replace("-", " ").capitalize()),
        year=year,
        chapters=_chapters(names),
        sections=_sections(names),
    )
    for file, content in ((BOOK_FILE, text), *begun.items()):
        _write_new(folder / file, content)
    base = folder.relative_to(workspace.root).as_posix()
    return tuple(f"{base}/{file}" for file in (BOOK_FILE, *begun))


def _counted(name: str) -> list[tuple[int, str]]:
    """Give what a name is sorted by: as people count, 2 before 10."""
    return [(int(part), "") if part.isdecimal() else (0, part.casefold()) for part in _NUMBER.split(name)]


def _chapters(names: Sequence[str]) -> str:
    """Write the list of the files that are called by no role, one a line."""
    chapters = [name for name in names if name.removesuffix(".md") not in {*_FRONT, *_BACK}]
    return "\n".join(("[", *(f"    {_toml(name)}," for name in chapters), "]"))


def _sections(names: Sequence[str]) -> str:
    """Write the tables of the files that are called by the role that they have."""
    front = [_section("front", name) for name in names if name.removesuffix(".md") in _FRONT]
    back = [_section("back", name) for name in names if name.removesuffix(".md") in _BACK]
    return "".join(f"{table}\n\n" for table in (*front, *back))


def _section(matter: str, name: str) -> str:
    """Write the table of a file of the front or back matter."""
    return f'[[{matter}]]\nrole = "{name.removesuffix(".md")}"\nfile = {_toml(name)}'


def _ignore(folder: Path) -> tuple[str, ...]:
    """Have git pass over what is built; lines that are there stay."""
    path = folder / ".gitignore"
    held = (files.read(path) or b"").decode(errors="surrogateescape")
    wanted = [line for line in _IGNORED if line not in held.splitlines()]
    if not wanted:
        return ()
    end = "" if not held or held.endswith("\n") else "\n"
    files.write(path, "\n".join((f"{held}{end}{wanted[0]}", *wanted[1:], "")).encode(errors="surrogateescape"))
    return (path.name,)


def _advise_editors(folder: Path) -> tuple[str, ...]:
    """Tell editors how files are written, where neither the folder nor the repository that it is in does so."""
    path = folder.resolve() / _EDITOR_FILE
    top = next((above for above in path.parents if (above / ".git").exists()), path.parent)
    if any((above / _EDITOR_FILE).exists() for above in path.parents if above.is_relative_to(top)):
        return ()
    files.write(path, _EDITORS.encode(), replaces=files.ABSENT)
    return (path.name,)


def _write_new(path: Path, text: str) -> None:
    """Write a file where there is none.

    Raises:
        WorkspaceError: there is one.
    """
    if path.exists():
        message = f"{path} is there already, and is left as it is"
        raise WorkspaceError(message)
    files.write(path, text.encode(), replaces=files.ABSENT)


def _toml(value: str | list[str]) -> str:
    """Write a text or a list of texts as TOML, whose strings have the escapes of JSON's, and one more."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
