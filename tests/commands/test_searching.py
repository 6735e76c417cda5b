"""The sample editions, whole: what readers of PDF take from their pages is what was laid out on them."""

from __future__ import annotations

import hashlib
import pickle
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from tests.publish.text_layer.extracting import plain
from translate_pub.commands import build
from translate_pub.model.pages import Pagination
from translate_pub.publish import engine, interior
from translate_pub.publish.boxes import inside, kind
from translate_pub.workspace import discovery

LEAST = 0.995
EDITIONS = (("bolshevism-handbook", "ur"), ("launch-pamphlet", "ur"), ("bolshevism-handbook", "sv"))


class Recorder:
    """Keeps the text of the lines of every section that is written, wherever a worker writes it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.pages = folder, dict[int, list[str]]()
        self._write, self._assemble = engine.write, interior.assemble

    def write(self, document: Any, *more: Any) -> Any:  # noqa: ANN401 - WeasyPrint has no types
        """Write, and note the lines."""
        written = self._write(document, *more)
        lines = [list(_lines(page._page_box)) for page in document.pages]  # noqa: SLF001 - the laid-out boxes
        (self.folder / hashlib.sha256(written[0]).hexdigest()).write_bytes(pickle.dumps(lines))
        return written

    def assemble(self, pagination: Pagination, *more: Any, **further: Any) -> Any:  # noqa: ANN401 - passed on
        """Assemble, and note on which pages the lines are."""
        for placed in pagination.chapters:
            path = self.folder / hashlib.sha256(placed.chapter.pdf).hexdigest()
            lines = pickle.loads(path.read_bytes())  # noqa: S301 - written by this test
            self.pages |= {placed.first_page + number: found for number, found in enumerate(lines)}
        return self._assemble(pagination, *more, **further)


def _lines(page: object) -> Iterator[str]:
    """Yield the text of the lines of a page, without that of lines inside others twice."""
    for line in inside(page):
        if kind(line) == "LineBox":
            inner = {
                id(box)
                for nested in inside(line)
                if nested is not line and kind(nested) == "LineBox"
                for box in inside(nested)
            }
            text = plain("".join(getattr(box, "text", "") for box in inside(line) if id(box) not in inner))
            if text:
                yield text.removesuffix("-")  # the hyphen of a word that goes on is no part of it


def _wrong(line: str, page: str) -> int:
    """Count the characters of a line that a page does not have as they were written."""
    if line in page:
        return 0
    near = fuzz.partial_ratio_alignment(line, page) if len(line) <= len(page) else None
    if near is None:
        return len(line)
    ends = [
        (start, end)
        for start in range(max(0, near.dest_start - 2), near.dest_start + 3)
        for end in range(near.dest_end - 2, near.dest_end + 3)
    ]
    return min(len(line), *(Levenshtein.distance(line, page[start:end]) for start, end in ends))


@pytest.mark.slow
@pytest.mark.parametrize(("book", "language"), EDITIONS)
def test_editions_are_read_as_they_were_laid_out(
    book: str, language: str, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of all characters of an edition, notes, heads and folios included, 99.5 in a hundred come out in their line."""
    recorder = Recorder(tmp_path)
    monkeypatch.setattr(engine, "write", recorder.write)
    monkeypatch.setattr(interior, "assemble", recorder.assemble)
    order = build.Order(books=(book,), languages=(language,), minimum=0, output=tmp_path / "out")
    report = build.run(discovery.find(repository), order)
    path = report.built[0].path
    read = subprocess.run(["pdftotext", "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True, text=True)
    document = pypdfium2.PdfDocument(str(path))
    for pages in (read.stdout.split("\f"), [page.get_textpage().get_text_range() for page in document]):
        texts = [plain(page) for page in pages]
        lines = [(line, texts[number]) for number, found in recorder.pages.items() for line in found]
        wrong = sum(_wrong(line, text) for line, text in lines)
        assert 1 - wrong / sum(len(line) for line, _ in lines) >= LEAST
