"""What veraPDF says of a file for screens and archives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate_pub.model.preflight import Finding
from translate_pub.preflight.found import error


def check(objections: Sequence[str]) -> Iterator[Finding]:
    """Say what it objects to, in its own words."""
    for said in objections:
        yield error("P149", f"veraPDF: {said}")
