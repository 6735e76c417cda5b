"""What a book suggests: names and phrases by how often they stand there, with their first place."""

from __future__ import annotations

from translate_pub.catalog.glossary import candidates
from translate_pub.catalog.glossary.candidates import Passage
from translate_pub.catalog.glossary.matching import Finder
from translate_pub.model.glossary import Candidate, Term

TEXT = (
    "The ferry to Port Anna left late. Nobody in Port Anna saw the ferry.",
    "On Monday the central committee met, and the ferry was late. A ferry is a ferry.",
    "The committee of the town asked the central committee. Its ferries were old.",
    "In Port Anna the central committee met again. The committee waited for Anna Berg.",
    "Committee Of The Town",
    "We saw Anna Berg, and Anna Berg saw the committee. When Anna Berg spoke, the Union of Sailors left.",
    "To the Union of Sailors the Union of Sailors was everything, said a member.",
)


def find(*texts: str, language: str = "en", known: tuple[str, ...] = (), minimum: int = 3) -> list[Candidate]:
    """Find candidates in a few paragraphs, a line each."""
    passages = [Passage(text, "ferry.md", line) for line, text in enumerate(texts, 1)]
    return candidates.find(passages, language, Finder([Term((one,)) for one in known], language), minimum=minimum)


def test_names_and_phrases() -> None:
    """Names stand with their links, plurals with their singular, and a longer phrase takes from a shorter."""
    found = {one.forms[0]: one for one in find(*TEXT)}
    assert {name: one.count for name, one in found.items() if one.kind == "name"} == {
        "Port Anna": 3,
        "Anna Berg": 4,
        "Union of Sailors": 3,
    }
    assert found["ferry"].forms == ("ferry", "ferries")
    assert found["ferry"].count == 6
    assert found["central committee"].count == 3
    assert found["committee"].kind == "term"
    assert (found["Anna Berg"].path, found["Anna Berg"].line) == ("ferry.md", 4)


def test_stop_words_are_none() -> None:
    """Articles, verbs that are everywhere, days and numbers are no candidates."""
    assert {one.forms[0] for one in find(*TEXT, minimum=1)}.isdisjoint(
        {"the", "was", "Monday", "saw", "On Monday", "late"}
    )


def test_what_the_glossary_has_is_left_out() -> None:
    """A term of the glossary is not suggested again, in its plural neither."""
    left = {one.forms[0] for one in find(*TEXT, known=("ferry", "Anna Berg"))}
    assert left.isdisjoint({"ferry", "Anna Berg"})
    assert "Port Anna" in left


def test_a_language_without_stop_words_has_candidates_too() -> None:
    """Of a language that we know no words of, the frequent ones are still counted."""
    found = find(*["kala on vedessä, ja Iso Kala syö"] * 4, language="fi")
    assert {"Iso Kala"} <= {one.forms[0] for one in found if one.kind == "name"}
    assert any(one.kind == "term" for one in found)


def test_nothing_gives_nothing() -> None:
    """An empty book suggests nothing."""
    assert find() == find("", "1917") == []
