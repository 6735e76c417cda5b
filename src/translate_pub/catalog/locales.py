"""What is told of a language wherever it is listed, for the languages that CLDR knows by a tag of their own.

It is written here by `python -m tools.locales` from the CLDR data that Babel carries, because Babel puts a language
together from those above it, which takes it ten milliseconds each. Who asks for another language asks Babel.
"""

from __future__ import annotations

import functools
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass

TABLE = "locales.tsv"
"""The file beside this module: a line a language with its tag, its direction and its name, parted by tabs."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a language."""

    direction: str
    """`ltr` or `rtl`."""
    name: str
    """What it calls itself."""


def find(tag: str) -> Known | None:
    """Return what is known of the language of a tag; None where it is not in the table."""
    row = _table().get(tag)
    return Known(*row.split("\t")) if row else None


def line(tag: str, known: Known) -> str:
    """Write a line of the table."""
    return f"{tag}\t{known.direction}\t{known.name}\n"


@functools.cache
def _table() -> Mapping[str, str]:
    """Read the table: tag -> what follows it."""
    # Not `importlib.resources`, which loads what a warm `status` has no use for.
    text = (pkgutil.get_data(__name__.rpartition(".")[0], TABLE) or b"").decode()
    rows = (row.partition("\t") for row in text.splitlines())
    return {tag: rest for tag, _, rest in rows}
