"""What is wrong in a source, located."""

from __future__ import annotations

from translate_pub.model.diagnostic import Diagnostic
from translate_pub.model.source import Source
from translate_pub.source.conversion import Conversion
from translate_pub.source.dialect import Dialect


def find(source: Source, dialect: Dialect, done: Conversion) -> tuple[Diagnostic, ...]:
    """Gather the findings about one source."""
    del source, dialect, done
    return ()
