"""Small pages of real fonts, laid out by the real engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from translate_pub.model.book import Matter, Role, Trim
from translate_pub.model.edition import ChapterHtml, Opening
from translate_pub.publish import fonts
from translate_pub.publish.chapter import Format, LayoutJob
from translate_pub.publish.fonts import FontSet

TRIM = Trim(100, 150)
CSS = """
@page { margin: 12mm; font: 8pt "EB Garamond"; @bottom-center { content: counter(page) }
        @footnote { border-top: .4pt solid; padding-top: 3pt; margin-top: 8pt } }
html { font: 10pt/13pt "EB Garamond"; text-align: justify; widows: 2; orphans: 2 }
:lang(ur) { font-family: "Noto Nastaliq Urdu", "Noto Naskh Arabic", "EB Garamond"; line-height: 22pt }
body, p, h1, h2 { margin: 0 }
h1 { font-size: 14pt; text-align: start; bookmark-level: 1 } h2 { font-size: 11pt; bookmark-level: 2 }
a { color: inherit; text-decoration: none }
.note { float: footnote; font-size: 8pt; line-height: 10pt; font-weight: 400; text-align: justify }
.note:lang(ur) { line-height: 18pt }
.note::footnote-call, .note::footnote-marker { content: "" }
.as-p, .as-ul, .as-ol { display: block } .as-ol { padding-inline-start: 1.6em; counter-reset: list-item }
.as-li { display: list-item; list-style: decimal }
"""
LATIN = "Partiet bildades i Minsk våren 1898, och nio ombud satt i ett hus vid floden. "
URDU = "پارٹی ۱۸۹۸ء میں منسک میں قائم ہوئی، اور نو مندوبین دریا کے کنارے ایک گھر میں بیٹھے۔ "

MakeJob = Callable[..., LayoutJob]


@pytest.fixture(scope="session")
def font_set() -> FontSet:
    """Give the fonts that come with the tool."""
    return fonts.shipped()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the root of a workspace, with a folder beside it that is not the workspace's."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    (tmp_path / "outside").mkdir()
    return folder


def document(body: str, language: str = "sv", head: str = "") -> str:
    """Write a section's HTML."""
    direction = "rtl" if language == "ur" else "ltr"
    return (
        f'<!DOCTYPE html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>t</title>{head}'
        f"</head><body>{body}</body></html>"
    )


def note(label: str, inside: str) -> str:
    """Write a call with its footnote, as the edition does."""
    number = f'<a class="note-number" href="#fnref-{label}">{label}</a> '
    call = f'<a class="call" id="fnref-{label}" href="#fn-{label}">{label}</a>'
    return f'{call}<span class="note" id="fn-{label}" data-label="{label}">{number}{inside}</span>'


@pytest.fixture
def make_section() -> Callable[..., ChapterHtml]:
    """Make sections of a body."""

    def make(body: str, name: str = "one", **kwargs: object) -> ChapterHtml:
        language, head = str(kwargs.pop("language", "sv")), str(kwargs.pop("head", ""))
        values: dict[str, object] = {"role": Role.CHAPTER, "matter": Matter.BODY, "opens": Opening.RECTO, **kwargs}
        return ChapterHtml(name=name, html=document(body, language, head), **values)  # type: ignore[arg-type] # a table

    return make


@pytest.fixture
def make_job(root: Path, font_set: FontSet, make_section: Callable[..., ChapterHtml]) -> MakeJob:
    """Make layout jobs of a body."""

    def make(body: str, css: str = "", language: str = "sv", head: str = "", **kwargs: object) -> LayoutJob:
        section = make_section(body, language=language, head=head)
        return LayoutJob(section, Format(CSS + css, font_set, TRIM, 3.0, str(root)), **kwargs)  # type: ignore[arg-type] # a table

    return make
