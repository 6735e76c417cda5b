"""Pages on sheets, by the command line."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.cli.speaking import Say


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Give a file of five pages in A6, bound on the right."""
    path = tmp_path / "pages.pdf"
    with pikepdf.new() as pdf:
        for _ in range(5):
            pdf.add_blank_page(page_size=(297.6, 419.5))
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(Direction=pikepdf.Name.R2L)
        pdf.save(path)
    return path


def test_impose_writes_a_booklet_beside_the_pages(pages: Path, say: Say) -> None:
    """Without options, all pages are one booklet on A4, and the command says how to print it."""
    answer = say("impose", pages)
    assert answer.code == 0, answer.err
    assert "pages-booklet.pdf: 2 sheets, 2 pages a side, one signature, bound on the right" in answer.out
    assert "turn over the short edge" in answer.out
    assert "3 blank pages at the end" in answer.out
    with pikepdf.open(pages.with_name("pages-booklet.pdf")) as pdf:
        assert [round(float(edge)) for edge in pdf.pages[0].mediabox] == [0, 0, 842, 595]
        assert len(pdf.pages) == 4


def test_impose_takes_several_files_into_a_folder(pages: Path, tmp_path: Path, say: Say) -> None:
    """A file that cannot be used costs only itself, and the others are written."""
    (tmp_path / "text.pdf").write_text("no pages", encoding="utf-8")
    answer = say("-C", tmp_path, "impose", "text.pdf", "missing.pdf", pages, "--proof", "4", "-o", "sheets")
    assert answer.code == 1
    assert answer.err.count("P070") == 2
    assert (tmp_path / "sheets" / "pages-4-up.pdf").is_file()


def test_impose_never_writes_over_the_pages(pages: Path, tmp_path: Path, say: Say) -> None:
    """The file of the pages stays as it is, even where it is named as the one to write."""
    before = pages.read_bytes()
    assert say("impose", pages, "-o", pages).code == 1
    assert say("impose", pages, pages, "-o", tmp_path / "one.pdf").code == 1
    assert pages.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--signature", "8", "--side", "8"), "cannot be made of sheets with 8 pages a side; --side 4 folds it of one"),
        (("--proof", "4", "--signature", "8"), "--proof is not folded"),
    ],
)
def test_impose_refuses_what_cannot_be_folded(pages: Path, say: Say, words: tuple[str, ...], told: str) -> None:
    """Options that contradict each other are a mistake of usage, told before anything is read."""
    answer = say("impose", pages, *words)
    assert answer.code == 2
    assert told in " ".join(answer.err.split())
