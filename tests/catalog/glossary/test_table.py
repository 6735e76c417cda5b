"""Glossaries as spreadsheets write them: read with the lines of their rows, written without formulas."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pub.catalog.glossary import forms, table
from translate_pub.model.glossary import Glossary, Term

PATH = "glossary/sv.csv"


def read(text: str) -> Glossary:
    """Read a table that has a heading."""
    glossary = table.parse(text, PATH, "sv").value
    assert glossary is not None
    return glossary


def test_a_row_is_a_term() -> None:
    """Alternatives are parted by bars, and a row knows its line."""
    text = (
        "term,translation,forbidden,part of speech,note\n"
        'worker | workman,arbetare|proletär, jobbare* ,noun,"of a factory, paid"\n'
        "\n"
        "soviet,sovjet\n"
    )
    assert read(text).terms == (
        Term(("worker", "workman"), ("arbetare", "proletär"), ("jobbare*",), "noun", "of a factory, paid"),
        Term(("soviet",), ("sovjet",)),
    )
    assert [term.line for term in read(text).terms] == [2, 4]


@pytest.mark.parametrize(
    "text",
    [
        "term;translation\r\nworker;arbetare\r\n",
        "term\ttranslation\nworker\tarbetare\n",
        "sep=;\r\nterm;translation\r\nworker;arbetare\r\n",
        "Translation,TERM\narbetare,worker\n",
        '"term","translation"\r"worker","arbetare"\r',
        "term,translation,status\nworker,arbetare,done\n",
        "term , translation\nworker , arbetare",
    ],
)
def test_what_spreadsheets_write_is_read(text: str) -> None:
    """Semicolons, tabs, Excel's first line, other orders of columns, other ends of lines and more columns are read."""
    assert read(text).terms == (Term(("worker",), ("arbetare",)),)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("worker,arbetare\n", "C130", 1),
        ("term,traduction\n", "C130", 1),
        ("sep=,\nterm;note\n", "C130", 2),
        ("term,translation\n,arbetare\n", "C131", 2),
        ("term,translation\nrevo*lution,revolution\n", "C131", 2),
        ("term,translation\nworker,*\n", "C131", 2),
        ("term,translation\nworker,arbetare,jobbare\n", "C131", 2),
        ('term,translation\na,"b\nsoviet,sovjet\n', "C131", 2),
        ('term,translation\n"a"b,c\nsoviet,sovjet\n', "C131", 2),
        ('term,translation\n"a\nb",c\nworker,ar*bet\n', "C131", 4),
        ("term,translation,pos\nstrike,strejk,noun\nstrike,slå,verb\nstrike,träff,noun\n", "C132", 4),
    ],
)
def test_faults_are_found_at_their_line(text: str, code: str, line: int) -> None:
    """A heading without columns, a row that cannot be used and a term that stands twice are found."""
    found = table.parse(text, PATH, "sv").diagnostics
    assert [(one.code, one.span.line) for one in found if one.span] == [(code, line)]


@pytest.mark.parametrize("broken", ['a,"b', '"a"b,c', 'a,b,c"', "x" * 200_000 + ",y"])
def test_a_broken_row_costs_one_row(broken: str) -> None:
    """What follows a row that cannot be read is read all the same."""
    text = f"term,translation\nworker,arbetare\n{broken}\nsoviet,sovjet\n"
    assert [term.name for term in read(text).terms if len(term.name) < 10] == ["worker", "soviet"]


def test_nothing_is_an_empty_glossary() -> None:
    """A file without a word has no terms and no fault."""
    assert table.parse("", PATH, "sv").value == Glossary("sv", PATH)
    assert not table.parse("\n", PATH, "sv").diagnostics


def test_formulas_are_neutralised() -> None:
    """No cell that is written begins as a formula, and reading gives the term back."""
    term = Term(("=cmd|'/c calc'!A1",), ("+1",), ("@SUM",), "-", "\tx")
    written = table.serialize([Term(("=HYPERLINK(1)",), ("+1",), ("@SUM",), "-noun", "=1+1"), term])
    for row in csv.reader(io.StringIO(written)):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)
    first = read(written).terms[0]
    assert first == Term(("=HYPERLINK(1)",), ("+1",), ("@SUM",), "-noun", "=1+1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("term;translation\r\na;b\r\n", "term;translation\r\na;b\r\nworker;arbetare\r\n"),
        ("translation,term,mine\nb,a,x", "translation,term,mine\nb,a,x\narbetare,worker,\n"),
        ("", "term,translation,forbidden,part of speech,note\nworker,arbetare,,,\n"),
    ],
)
def test_terms_are_added_in_the_columns_that_there_are(text: str, expected: str) -> None:
    """What stood there keeps its bytes, and new rows follow its delimiter, its columns and its ends of lines."""
    assert table.extended(text, [Term(("worker",), ("arbetare",))]) == expected


WORDS = st.text(st.characters(categories=["L", "N"], max_codepoint=0x6FF), min_size=1, max_size=8)
FORMS = st.builds(lambda head, rest: " ".join([head, *rest]), WORDS, st.lists(WORDS, max_size=2))
NOTES = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="'"), max_size=20)
TERMS = st.builds(
    Term,
    st.lists(FORMS, min_size=1, max_size=2).map(tuple),
    st.lists(FORMS, max_size=3).map(tuple),
    st.lists(FORMS, max_size=2).map(tuple),
    WORDS,
    NOTES,
)


@given(st.lists(TERMS, max_size=5), st.sampled_from(",;\t"))
def test_what_is_written_is_read(terms: list[Term], delimiter: str) -> None:
    """A table gives back the terms that it was made of, whatever stands in them."""
    assert list(read(table.serialize(terms, delimiter=delimiter)).terms) == terms


@given(st.text(max_size=80))
def test_anything_is_read_without_a_fault_of_ours(text: str) -> None:
    """Any text gives a glossary or findings, and every form that is kept can be looked for."""
    outcome = table.parse(f"term,translation\n{text}", PATH, "sv")
    for term in outcome.value.terms if outcome.value else ():
        for form in (*term.source, *term.allowed):
            forms.parse(form)
