"""One case for each finding about a source."""

from __future__ import annotations

import pytest

from translate_pub.model.codes.source import SOURCE
from translate_pub.model.diagnostic import Diagnostic
from translate_pub.model.source import Source
from translate_pub.source.reading import read

CASES: dict[str, tuple[str, int | None, str]] = {
    "S001": ("# A\n\n<!-- i18n: skipp -->\n\nText.\n", 3, "did you mean <!-- i18n: skip -->?"),
    "S002": ("Text <!-- i18n: skip --> goes on.\n", 1, "put it on a line of its own before the block that it is about"),
    "S003": ("# A\n\n<div>\nHello\n</div>\n", 3, 'write markdown="1" in its first tag, or write it in Markdown'),
    "S004": (
        '<figure markdown="span">\n![A](a.svg)\n<figcaption>A hall</figcaption>\n</figure>\n',
        3,
        'write markdown="span" in the <figcaption> as well as in the <figure>',
    ),
    "S005": ("# A {#a}\n\n## B {#a}\n", 3, "the first one is on line 1; references would lead there"),
    "S006": ("A call.[^iskar]\n\nB.[^iskra]\n\n[^iskra]: Text.\n", 1, "did you mean [^iskra]?"),
    "S007": ("A.\n\n[^iskra]: Text.\n", 3, ""),
    "S008": ("A.[^a]\n\n[^a]: One.\n\n[^a]: Two.\n", 5, "the first definition, on line 3, is lost"),
    "S009": ("See [the paper][iskar].\n\n[iskra]: https://example.org\n", 1, "did you mean [iskra]?"),
    "S010": ("Text.\n\n```python\nprint()\n", 3, "close it with a line ```"),
    "S011": (f"# A\n\n{'word ' * 4_100}\n", 3, ""),
    "S012": ("".join(f"A.[^{n}]\n\n[^{n}]: B.\n\n" for n in range(501)), None, "divide the file into chapters"),
    "S013": ("---\nsubtitel: B\n---\n\n# A\n", 2, "did you mean subtitle?"),
    "S014": ("# A\n\nB\x02C\n", 3, "delete it"),
    "S015": ("A.[^a]\n\n[^a]:\n\nText.\n", 3, "further lines of a footnote are indented by four spaces"),
    "S016": (
        "---\ntitle: A\nsummary: One\n  and two\n---\n\n# A\n",
        4,
        "a line of it is `key: value`, or goes on with the value above by four spaces; none is empty",
    ),
}


def findings(text: str) -> tuple[Diagnostic, ...]:
    """Read a source and return what was found."""
    return read(Source("chapter.md", text)).diagnostics


@pytest.mark.parametrize("code", sorted(SOURCE))
def test_every_finding_is_located_and_says_the_likely_slip(code: str) -> None:
    """Each code has a text that brings it about, and no other code with it."""
    text, line, hint = CASES[code]
    found = findings(text)
    assert [one.code for one in found] == [code]
    assert found[0].span is not None
    assert (found[0].span.path, found[0].span.line) == ("chapter.md", line)
    assert found[0].hints == ((hint,) if hint else ())


@pytest.mark.parametrize(
    "text",
    [
        "`[^a]` and \\[^b] and `[a][b]`\n",
        "```\n[^a]: not a footnote\n<!-- i18n: skipp -->\n```\n",
        "<!-- an ordinary comment: nothing -->\n\nText.\n",
        '<div markdown="1">\nText.\n</div>\n',
        "<div class='rule'></div>\n\nText.\n",
        "<!-- i18n: off -->\n\nText.\n\n<!-- i18n: on -->\n",
        "An <span id='x'>inline</span> tag.\n",
        "[A list] of [brackets], as in an archive [1917].\n",
    ],
)
def test_what_is_right_is_not_complained_of(text: str) -> None:
    """Code, escapes and ordinary comments bring about no finding."""
    assert findings(text) == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("For: my mother\n", 1),
        ("---\ntitle: A\n\nsummary: B\n---\n\n# A\n", 3),
        ("---\ntitle: A\ntags:\n- b\n---\n\n# A\n", 4),
        ("---\ntitle: A\n---\n\n- B\n\n---\n", None),
        ("---\ntitle: A\n\n# A\n\nB\n\n---\n", None),
        ("---\n\nA: text\n", None),
    ],
)
def test_front_matter_is_what_its_lines_say(text: str, line: int | None) -> None:
    """Text that is taken for front matter is found, and front matter that is taken for text; nothing else is."""
    assert [one.span.line for one in findings(text) if one.span and one.code == "S016"] == [line] * (line is not None)


def test_a_label_in_raw_html_is_seen_as_its_text_is() -> None:
    """Alternative text is complained of in a block of raw HTML, and offered to translators outside of one."""
    block, cell = '<div><img src="a.svg" alt="A hall"/></div>\n', '| A |\n|---|\n| <img src="a.svg" alt="A hall"/> |\n'
    assert [found.message for found in findings(block)] == ['raw HTML is not translated: "A hall"']
    assert findings(cell) == ()
    read_cell = read(Source("chapter.md", cell)).value
    assert read_cell is not None
    assert [segment.text for segment in read_cell.segments][1:] == ['<img src="a.svg" alt="A hall"/>']


def test_directives_that_do_nothing_are_found() -> None:
    """A directive before nothing is a warning, a translation never switched on again an error."""
    assert [found.code for found in findings("Text.\n\n<!-- i18n: skip -->\n")] == ["S002"]
    assert [found.severity.value for found in findings("<!-- i18n: off -->\n\nText.\n")] == ["error"]


@pytest.mark.parametrize(
    ("comment", "meant"),
    [
        ("TRANSLATOR: a note", "TRANSLATORS: a note"),
        ("i8n: skip", "i18n: skip"),
        ("i18n: contxt press", "i18n: context press"),
        ("i18n: context", "i18n: context NAME"),
        ("i18n: of", "i18n: off"),
    ],
)
def test_a_slip_in_a_directive_is_guessed(comment: str, meant: str) -> None:
    """The hint says how the directive is written."""
    assert findings(f"<!-- {comment} -->\n\nText.\n")[0].hints == (f"did you mean <!-- {meant} -->?",)
