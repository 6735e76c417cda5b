"""What `[cover]` of `book.toml` asks for, as it is loaded."""

from __future__ import annotations

from pathlib import Path

from translate_pub.model.cover import CoverSettings, ImageArea, SpineDirection
from translate_pub.workspace import config, discovery

COVER = """
[cover]
blurb = "\\nIt is good.\\n\\nIt is short.\\n"
author_note = "A. wrote it."
background = "cmyk(10% 95 90, 20)"
text = " #fff "
image = "cover.svg"
image_area = "front"
price = "£9"

[editions.sv.cover]
price = "99 kr"
price_code = "09900"
spine_direction = "up"
barcode_percent = 80
"""


def test_a_cover(root: Path) -> None:
    """Texts are metadata, inks are shares, files are found from the root, and a language's own keys come first."""
    folder = root / "source_texts" / "handbook"
    (folder / "cover.svg").write_text("<svg/>")
    (folder / "book.toml").write_text((folder / "book.toml").read_text() + COVER)
    outcome = config.load_book(discovery.find(root), "handbook")
    assert {one.code for one in outcome.diagnostics} == {"B016"}
    assert outcome.value is not None
    book = outcome.value
    assert (book.metadata.blurb, book.metadata.author_note) == ("It is good.\n\nIt is short.", "A. wrote it.")
    whole = CoverSettings(
        background="device-cmyk(0.1 0.95 0.9 0.2)",
        text="#fff",
        image="source_texts/handbook/cover.svg",
        image_area=ImageArea.FRONT,
        price="£9",
    )
    assert book.cover_of("ur") == whole
    swedish = book.cover_of("sv")
    assert (swedish.price, swedish.price_code, swedish.barcode_percent) == ("99 kr", "09900", 80)
    assert (swedish.spine_direction, swedish.image) == (SpineDirection.UP, whole.image)
