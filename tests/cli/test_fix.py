"""`check --fix` from the command line: what is repaired, what is not written, and what is allowed."""

from __future__ import annotations

from pathlib import Path

from tests.cli.speaking import Say

MEETING = "locales/sv/LC_MESSAGES/leaflet/01-meeting.po"


def misquote(leaflet: Path, comment: str = "") -> tuple[str, str]:
    """Put words in English quotation marks at the end of a translation; return the file before and as it should be."""
    file = leaflet / MEETING
    text = file.read_text("utf-8")
    head, dot, tail = text.rpartition('."\n')
    assert dot
    above = head.rindex("\n#")
    head = f"{head[:above]}\n{comment}{head[above:]}" if comment else head
    wrong, right = (f'{head}. Ett {quoted}."\n{tail}' for quoted in ("“ord” , två", "”ord”, två"))
    file.write_text(wrong, "utf-8")
    return wrong, right


def test_what_is_certain_is_repaired_and_told(say: Say, leaflet: Path) -> None:
    """The entry has the marks of its language, every other byte stays, and each repair is a line."""
    _, right = misquote(leaflet)
    answer = say("check", "--fix", "--lang", "sv", "-C", leaflet)
    assert answer.code == 0
    assert (leaflet / MEETING).read_text("utf-8") == right
    assert "C076 “…” is not how sv quotes; wanted: ”…”" in answer.err
    assert "2 findings repaired" in answer.err
    assert "C076" not in answer.out
    assert "nothing to repair" in say("check", "--fix", "-C", leaflet).err


def test_a_dry_run_writes_nothing(say: Say, leaflet: Path) -> None:
    """With `--dry-run` it is said what would be repaired, and the findings are those of the file as it stands."""
    wrong, _ = misquote(leaflet)
    answer = say("check", "--fix", "--dry-run", "-C", leaflet)
    assert (leaflet / MEETING).read_text("utf-8") == wrong
    assert "2 findings would be repaired" in answer.err
    assert "warning[C076]" in answer.out
    assert say("check", "--dry-run", "-C", leaflet).code == 2


def test_a_translator_and_a_workspace_allow_findings(say: Say, leaflet: Path) -> None:
    """A comment allows a code at its message, the configuration everywhere; neither is repaired."""
    wrong, _ = misquote(leaflet, "# translate-pub: allow C076 as in the facsimile")
    with (leaflet / "translate-pub.toml").open("a", encoding="utf-8") as file:
        file.write('\n[checks]\nallow = ["C080"]\n')
    answer = say("check", "--fix", "-C", leaflet)
    assert "C076" not in answer.out + answer.err
    assert "C080" not in answer.out + answer.err
    assert (leaflet / MEETING).read_text("utf-8") == wrong


def test_digits_are_held_against_the_numbering_of_the_edition(say: Say, leaflet: Path) -> None:
    """Latin digits in Urdu are noted, repaired if the edition asks for its own, and right if it asks for them."""
    file, book = leaflet / "locales/ur/LC_MESSAGES/leaflet/01-meeting.po", leaflet / "source_texts/leaflet/book.toml"
    text, asks = file.read_text("utf-8"), book.read_text("utf-8")
    file.write_text(text.replace("دس صفحوں میں", "10 صفحوں میں"), "utf-8")
    assert "C096" in say("check", "--lang", "ur", "-C", leaflet).out
    for system, repaired in (("latn", "10"), ("arabext", "۱۰")):
        book.write_text(f'{asks}\n[editions.ur.numbering]\nbody = "{system}"\n', "utf-8")
        assert ("C096" in say("check", "--lang", "ur", "-C", leaflet).out) == (system == "arabext")
        say("check", "--fix", "--lang", "ur", "-C", leaflet)
        assert file.read_text("utf-8") == text.replace("دس صفحوں میں", f"{repaired} صفحوں میں")
