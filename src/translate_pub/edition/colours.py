"""The colours of a book as stylesheets call them: `var(--colour-accent)`."""

from __future__ import annotations

from collections.abc import Iterable

from translate_pub.model.colours import Colour


def custom_properties(colours: Iterable[Colour]) -> tuple[str, ...]:
    """Write a stylesheet of a book's colours as they look on a screen, or none where it has none.

    What a press prints instead is seen to when a file is finished.
    """
    rules = " ".join(f"--colour-{colour.name}: #{bytes(colour.screen).hex()};" for colour in colours)
    return (f":root {{ {rules} }}",) if rules else ()
