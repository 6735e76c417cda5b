"""Where the marks of a rendition are put."""

from __future__ import annotations

from translate_pub.model.source import Segment, Source
from translate_pub.source import writing
from translate_pub.source.rendition import Rendition

NESTED = "1. a minimum:\n    - a republic,\n2. a maximum:\n    - a revolution.\n"


def test_every_text_is_offered_once_however_it_is_marked() -> None:
    """A text that gets a span for its marks is not offered again as if the span were the source's."""
    offered: list[str] = []

    def shout(segment: Segment) -> Rendition:
        offered.append(segment.text)
        return Rendition(segment.text.upper(), {"class": "seen"})

    html = writing.write(Source("a.md", NESTED), shout).html
    assert offered == ["a minimum:", "a republic,", "a maximum:", "a revolution."]
    assert '<span class="seen">A MINIMUM:</span>' in html
