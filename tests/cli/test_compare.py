"""Two printings, by the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from tests.cli.speaking import Say


@pytest.fixture
def printings(tmp_path: Path) -> tuple[Path, Path]:
    """Give two printings of four pages; on the third a rule is longer."""
    paths = (tmp_path / "old.pdf", tmp_path / "new.pdf")
    for path, length in zip(paths, (50, 90), strict=True):
        with pikepdf.new() as pdf:
            for number in range(4):
                page = pdf.add_blank_page(page_size=(200, 300))
                width = length if number == 2 else 20 + number
                page.obj.Contents = pdf.make_stream(f"{20} 100 {width} 4 re f".encode())
            pdf.save(path)
    return paths


@pytest.mark.usefixtures("printings")
def test_compare_tells_shows_and_extracts(tmp_path: Path, say: Say) -> None:
    """The changed page is named, shown before and after, and written for the printer; the exit code is that of diff."""
    answer = say("-C", tmp_path, "compare", "old.pdf", "new.pdf", "--html", "changes.html", "--extract", "send.pdf")
    assert answer.code == 1
    assert answer.out.startswith("page 3: changed: ")
    assert "to send again: 3" in answer.err
    page = (tmp_path / "changes.html").read_text(encoding="utf-8")
    assert page.count("data:image/png;base64,") == 2
    with pikepdf.open(tmp_path / "send.pdf") as pdf:
        assert len(pdf.pages) == 1


def test_compare_as_json(printings: tuple[Path, Path], say: Say) -> None:
    """Another program reads which pages are to be sent."""
    answer = say("compare", *printings, "--format", "json")
    assert json.loads(answer.out)["to_send"] == [3]


def test_equal_printings_exit_with_nothing(printings: tuple[Path, Path], tmp_path: Path, say: Say) -> None:
    """Where nothing differs nothing is written, and the exit code is 0."""
    answer = say("compare", printings[0], printings[0], "--extract", tmp_path / "none.pdf")
    assert (answer.code, answer.out) == (0, "")
    assert not (tmp_path / "none.pdf").exists()


def test_missing_file_is_named(printings: tuple[Path, Path], tmp_path: Path, say: Say) -> None:
    """A file that is not there is a finding."""
    answer = say("compare", printings[0], tmp_path / "other.pdf")
    assert answer.code == 1
    assert "other.pdf cannot be read: there is no such file" in answer.err


def test_a_printing_is_never_written_over(printings: tuple[Path, Path], say: Say) -> None:
    """The pages to send are not written over one of the files that they are compared by."""
    before = [path.read_bytes() for path in printings]
    for path in printings:
        answer = say("compare", *printings, "--extract", path)
        assert answer.code == 1
        assert "is one of the files that are compared" in answer.err
    assert [path.read_bytes() for path in printings] == before
