"""Findings about a configuration file, each at the line of its key."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from translate_pub.model.diagnostic import Diagnostic, Severity, Span
from translate_pub.model.excerpt import excerpt
from translate_pub.workspace.toml import Document, Path

_LIKENESS = 0.6
"""Least likeness, of 1, of a word that is suggested; below it a suggestion puzzles more than it helps."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Findings:
    """A configuration file and what was found in it; findings are added, never raised."""

    path: str
    """Relative to the workspace's root."""
    document: Document
    found: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, key: Path, message: str, *hints: str) -> None:
        """Add an error at a key."""
        self._add(Severity.ERROR, code, key, message, hints)

    def warning(self, code: str, key: Path, message: str, *hints: str) -> None:
        """Add a warning at a key."""
        self._add(Severity.WARNING, code, key, message, hints)

    def _add(self, severity: Severity, code: str, key: Path, message: str, hints: tuple[str, ...]) -> None:
        span = Span(self.path, self.document.line(key) or 1)
        self.found.append(Diagnostic(code, severity, message, span, tuple(hint for hint in hints if hint)))

    def gathered(self) -> tuple[Diagnostic, ...]:
        """Return what was found, in the order of the lines."""
        return tuple(sorted(self.found, key=lambda found: (found.span.line or 0) if found.span else 0))


def key_name(key: Path) -> str:
    """Write a path as it is known in TOML: `editions.ur.launch.date`, `parts[2].title` (counted from 1)."""
    name = ""
    for step in key:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{_written(step)}" if name else _written(step)
    return name


def _written(key: str) -> str:
    """Write a key as TOML does: in quotes where it is more than letters, digits, `-` and `_` (TOML 1.0, Keys)."""
    return key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def quoted(value: str) -> str:
    """Show a text on one line, shortened where it is long."""
    return f'"{excerpt(value)}"'


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """Suggest the allowed word that is most like the one found; empty where none is."""
    near = nearest(word, {choice.casefold(): choice for choice in allowed})
    return f"did you mean {near}?" if near else ""


def nearest(word: str, known: Mapping[str, str]) -> str:
    """Return the value of the key, in small letters, that is most like a word; empty where none is."""
    matches = difflib.get_close_matches(word.casefold(), known, n=1, cutoff=_LIKENESS)
    return known[matches[0]] if matches else ""


def allowed(words: Iterable[str]) -> str:
    """List what is allowed."""
    return f"allowed: {', '.join(words)}"
