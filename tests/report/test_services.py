"""Findings as services read them: workflow commands, SARIF and JUnit, each read back by a parser that is not ours."""

from __future__ import annotations

import re
from typing import Annotated, Literal

import msgspec
import pytest
from lxml import etree

from translate_pub.model.diagnostic import Diagnostic, Severity, Span
from translate_pub.report import findings

PATH = "locales/sv/LC_MESSAGES/min bok/03, å.po"
LOST = Diagnostic(
    "C050",
    Severity.ERROR,
    "the footnote [^7] of the source is missing: 100 %\x00",
    Span(PATH, 214, 3),
    ("instead of it stands: [](<page:a b>)",),
)
AGAIN = Diagnostic("C050", Severity.ERROR, LOST.message, Span(PATH, 220))
EMPHASIS = Diagnostic("C070", Severity.WARNING, "emphasis <em> & such", Span("locales/a.po", 9))
NOTE = Diagnostic("B016", Severity.NOTE, "اردو belongs nowhere")
ALL = (LOST, EMPHASIS, AGAIN, NOTE)


def test_workflow_commands_are_one_line_each() -> None:
    """GitHub gets file, line, column and title as properties, with what would end them written otherwise."""
    first, second, _, last = findings.render(ALL, "github").splitlines()
    assert first == (
        "::error file=locales/sv/LC_MESSAGES/min bok/03%2C å.po,line=214,col=3,title=C050 footnote call lost"
        "::the footnote [^7] of the source is missing: 100 %25\x00%0Ahint: instead of it stands: [](<page:a b>)"
    )
    assert second.startswith("::warning file=locales/a.po,line=9,title=C070 ")
    assert last == "::notice title=B016 a Markdown file belongs to no section of its book::اردو belongs nowhere"


def test_a_text_cannot_give_a_command() -> None:
    """A message with a line that looks like a command, or with a colon in a path, stays one command."""
    nasty = Diagnostic("C050", Severity.ERROR, "a\r\n::stop-commands::x", Span("a:b,c%0A::d", 1))
    (line,) = findings.render((nasty,), "github").splitlines()
    assert line == "::error file=a%3Ab%2Cc%250A%3A%3Ad,line=1,title=C050 footnote call lost::a%0D%0A::stop-commands::x"


class Strict(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    """An object of SARIF with no property but those of the standard."""


class Text(Strict):
    """3.11 and 3.12."""

    text: str


class Rule(Strict):
    """3.49."""

    id: str
    short_description: Text
    full_description: Text
    help: Text


class Driver(Strict):
    """3.19."""

    name: str
    semantic_version: str
    rules: list[Rule]


class Tool(Strict):
    """3.18."""

    driver: Driver


class Address(Strict):
    """3.4; a relative address needs no scheme, and its letters are those of RFC 3986."""

    uri: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9._~/%-]+$")]
    uri_base_id: Literal["%SRCROOT%"]


class Region(Strict):
    """3.30."""

    start_line: Annotated[int, msgspec.Meta(ge=1)]
    start_column: Annotated[int, msgspec.Meta(ge=1)] | None = None


class PhysicalLocation(Strict):
    """3.29."""

    artifact_location: Address
    region: Region | None = None


class Location(Strict):
    """3.28."""

    physical_location: PhysicalLocation


class Result(Strict):
    """3.27."""

    rule_id: str
    rule_index: int
    level: Literal["none", "note", "warning", "error"]
    message: Text
    partial_fingerprints: dict[str, str]
    locations: list[Location] = []


class Base(Strict):
    """3.4, as a base of addresses."""

    description: Text


class Run(Strict):
    """3.14."""

    tool: Tool
    original_uri_base_ids: dict[str, Base]
    column_kind: Literal["utf16CodeUnits", "unicodeCodePoints"]
    results: list[Result]


class Log(Strict):
    """3.13."""

    schema: str = msgspec.field(name="$schema")
    version: Literal["2.1.0"]
    runs: list[Run]


def read_sarif(found: tuple[Diagnostic, ...], folder: str = "") -> Run:
    """Read a log of one run."""
    (run,) = msgspec.json.decode(findings.render(found, "sarif", folder=folder), type=Log).runs
    return run


def test_sarif_has_the_shape_of_the_standard() -> None:
    """Every finding has its rule, level, relative address and region; the rules are those that were broken."""
    run = read_sarif(ALL)
    assert [rule.id for rule in run.tool.driver.rules] == ["B016", "C050", "C070"]
    assert run.tool.driver.rules[1].short_description.text == "Footnote call lost."
    assert "codes.md#c050" in run.tool.driver.rules[1].help.text
    assert [run.tool.driver.rules[one.rule_index].id for one in run.results] == [one.code for one in ALL]
    assert [one.level for one in run.results] == ["error", "warning", "error", "note"]
    place = run.results[0].locations[0].physical_location
    assert place.artifact_location.uri == "locales/sv/LC_MESSAGES/min%20bok/03%2C%20%C3%A5.po"
    assert place.region == Region(214, 3)
    assert run.results[3].locations == []


def test_sarif_reads_no_link_in_a_message() -> None:
    """A cross-reference without a text is not made a link of the message."""
    assert read_sarif(ALL).results[0].message.text.endswith("[\\](<page:a b>)")


def test_sarif_knows_a_finding_again() -> None:
    """A finding that moved to another line keeps its fingerprint, and two that are alike have two."""
    moved = Diagnostic("C050", Severity.ERROR, LOST.message, Span(PATH, 300))
    marks = [one.partial_fingerprints["finding/v1"] for one in read_sarif(ALL).results]
    assert marks[0] != marks[2]
    assert read_sarif((moved,)).results[0].partial_fingerprints["finding/v1"] == marks[0]


def test_junit_has_a_suite_a_file() -> None:
    """Errors are failures, what is less passes with its text, and no two cases of a file have one name."""
    root = etree.fromstring(findings.render((*ALL, LOST), "junit").encode())
    assert {name: root.get(name) for name in ("tests", "failures", "errors")} == {
        "tests": "5",
        "failures": "3",
        "errors": "0",
    }
    suites = {suite.get("name"): suite for suite in root}
    assert list(suites) == ["translate-pub", "locales/a.po", PATH]
    assert [(suite.get("tests"), suite.get("failures")) for suite in root] == [("1", "0"), ("1", "0"), ("3", "3")]
    names = [case.get("name") for case in suites[PATH]]
    assert len(set(names)) == 3
    assert names[0] == "C050 line 214: the footnote [^7] of the source is missing: 100 %\ufffd"
    case = suites[PATH][0]
    assert (case.get("file"), case.get("line"), case.get("classname")) == (PATH, "214", PATH)
    assert case.xpath("failure/@type") == ["C050"]
    assert "emphasis <em> & such" in (suites["locales/a.po"].findtext("testcase/system-out") or "")


def test_junit_without_findings_has_a_case() -> None:
    """A report in which nothing was found is no empty report, which Jenkins would refuse."""
    root = etree.fromstring(findings.render((), "junit").encode())
    assert [case.get("name") for case in root.iter("testcase")] == ["nothing found"]


@pytest.mark.parametrize("form", ["github", "sarif", "junit"])
def test_paths_count_from_the_repository(form: str) -> None:
    """A workspace that is a folder of its repository is named in every path."""
    written = findings.render((EMPHASIS,), form, folder="books/red")
    assert re.search(r"books/red/locales/a\.po", written)


@pytest.mark.parametrize("form", ["text", "github"])
def test_nothing_is_written_of_nothing(form: str) -> None:
    """Text and workflow commands of no findings are empty."""
    assert not findings.render((), form)
