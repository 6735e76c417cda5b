"""Dictionaries of spelling: those that the machine has, and those of the workspace (the only door to pyenchant).

Enchant also reads what a person has in a folder of their own: words that they once added, words that they never want
to see, which checker they prefer. None of that may change what a check finds, so it is shown a folder in which only the
dictionaries of the workspace stand.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from babel.core import get_global

from translate_pub.model.diagnostic import Diagnostic, MachineError, Outcome, Severity, Span
from translate_pub.workspace import files, text

FOLDER = "spelling"
"""The workspace's folder of dictionaries (`ur.dic` with `ur.aff`) and lists of allowed words (`ur.txt`)."""
_ORDERING = "hunspell,nuspell,aspell,hspell,voikko,applespell,zemberek"
"""Hunspell first, whose dictionaries are the same everywhere."""
LIBRARY_REMEDY = (
    "Debian: sudo apt-get install libenchant-2-2; Fedora: sudo dnf install enchant2; macOS: brew install enchant"
)
PACKAGE_REMEDY = "pip install 'translate-pub[spelling]'"


class Dictionary:
    """The words of a language as a checker of the machine knows them."""

    def __init__(self, tag: str, opened: Any) -> None:  # noqa: ANN401  # pyenchant carries no types
        """Wrap a dictionary that enchant has opened."""
        self.tag = tag
        self._opened = opened

    def knows(self, word: str) -> bool:
        """Whether a word is spelled as the dictionary has it."""
        return bool(self._opened.check(word))

    def suggest(self, word: str) -> Sequence[str]:
        """Give words that may have been meant, the likeliest first."""
        return tuple(self._opened.suggest(word))


@dataclass(frozen=True, slots=True)
class Shelf:
    """The dictionaries that can be had, open as long as `opened` is."""

    broker: Any
    own: frozenset[str]
    """Tags of the workspace's dictionaries."""
    damaged: tuple[Diagnostic, ...]

    def dictionary(self, language: str) -> Dictionary | None:
        """Open the dictionary of a language, the workspace's own before the machine's; None where there is none."""
        tag = choose(language, self.own) or choose(language, {tag for tag, _ in self.broker.list_dicts()})
        return Dictionary(tag, self.broker.request_dict(tag)) if tag else None


@contextmanager
def opened(root: Path) -> Iterator[Shelf]:
    """Give the dictionaries of a workspace and of the machine.

    Raises:
        MachineError: pyenchant is not installed, or the library that it needs is not; the message names the remedy.
    """
    enchant = _library()
    with tempfile.TemporaryDirectory(prefix="translate-pub-spelling-") as folder:
        own, damaged = _lay_out(root / FOLDER, Path(folder) / "hunspell")
        with _configured(folder):
            broker = enchant.Broker()
            broker.set_ordering("*", _ORDERING)
            yield Shelf(broker, own, damaged)


def choose(language: str, tags: set[str] | frozenset[str]) -> str | None:
    """Choose among the tags of dictionaries the one for a language: its own, that of its usual region, any region's.

    Which region is usual is told by CLDR's likely subtags: sv_SE for sv, es_ES for es, pt_BR for pt.
    """
    wanted = language.replace("-", "_")
    plain = wanted.partition("_")[0]
    likely = get_global("likely_subtags").get(plain, "").split("_")
    candidates = (wanted, f"{plain}_{likely[-1]}" if likely[-1].isupper() else plain, plain)
    known = {tag.replace("-", "_"): tag for tag in sorted(tags, reverse=True)}
    same = (tag for tag in sorted(known) if tag.partition("_")[0] == plain)
    return next((known[tag] for tag in (*candidates, *same) if tag in known), None)


def word_list(root: Path, language: str) -> tuple[str, Outcome[str]]:
    """Read the list of words that are allowed in a language.

    Returns:
        its path, relative to the root, and its text; empty where there is none.

    Raises:
        WorkspaceError: it cannot be read.
    """
    path = f"{FOLDER}/{language}.txt"
    return path, text.decode(files.read(root / path) or b"", path)


def _library() -> ModuleType:
    """Import pyenchant.

    Raises:
        MachineError: it is not installed, or the library that it needs is not.
    """
    try:
        import enchant  # noqa: PLC0415  # looks for a shared library when it is imported, and only spelling needs it
    except ModuleNotFoundError as error:
        raise MachineError(f"spelling is not checked: pyenchant is not installed; {PACKAGE_REMEDY}") from error
    except ImportError as error:
        raise MachineError(
            f"spelling is not checked: the library enchant is not installed; {LIBRARY_REMEDY}"
        ) from error
    return cast("ModuleType", enchant)


@contextmanager
def _configured(folder: str) -> Iterator[None]:
    """Let enchant take a folder for the one of the person's settings."""
    name = "ENCHANT_CONFIG_DIR"
    before = os.environ.get(name)
    os.environ[name] = folder
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


def _lay_out(source: Path, target: Path) -> tuple[frozenset[str], tuple[Diagnostic, ...]]:
    """Put the workspace's dictionaries where hunspell looks for them, and find those that are none."""
    target.mkdir()
    own: set[str] = set()
    damaged: list[Diagnostic] = []
    for dic in sorted(source.glob("*.dic")):
        fault = _fault(dic)
        if fault:
            damaged.append(Diagnostic("C122", Severity.ERROR, fault, Span(f"{FOLDER}/{dic.name}", 1)))
            continue
        tag = dic.stem.replace("-", "_")
        for suffix in (".dic", ".aff"):
            (target / f"{tag}{suffix}").symlink_to(dic.with_suffix(suffix).resolve())
        own.add(tag)
    return frozenset(own), tuple(damaged)


def _fault(dic: Path) -> str:
    """Say what is wrong with a pair of files of hunspell's, without which it would read nothing and say nothing."""
    if not dic.with_suffix(".aff").is_file():
        return f"the dictionary has no {dic.stem}.aff beside it, which hunspell needs; an empty one will do"
    with suppress(OSError), dic.open("rb") as file:
        if file.readline(100).removeprefix(b"\xef\xbb\xbf").strip().isdigit():
            return ""
    return "the first line of a dictionary is the number of its words"
