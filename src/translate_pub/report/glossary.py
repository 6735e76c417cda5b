"""What a book suggests for a glossary, as a table for people and as one that is filled in."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table

from translate_pub.catalog.glossary import table as tables
from translate_pub.model.glossary import Candidate, Term
from translate_pub.report.console import PLAIN, Surface, lay_out

_NAME, _TERM = "proper noun", "noun"


def table(candidates: Sequence[Candidate], surface: Surface = PLAIN) -> str:
    """Write a line for each candidate: how often it stands in the text, what it is, its forms, and its first place."""
    drawn = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False, collapse_padding=True)
    drawn.add_column("count", justify="right", no_wrap=True)
    drawn.add_column("kind", no_wrap=True)
    drawn.add_column("term", overflow="fold")
    drawn.add_column("first place", overflow="fold")
    for one in candidates:
        drawn.add_row(f"{one.count:,}", one.kind, " | ".join(one.forms), _place(one))
    return lay_out(drawn, surface)


def csv(candidates: Sequence[Candidate]) -> str:
    """Write a glossary without translations, ready to be filled in; two more columns tell how often and where."""
    kinds = {"name": _NAME}
    terms = (Term(one.forms, part_of_speech=kinds.get(one.kind, _TERM)) for one in candidates)
    told = ((str(one.count), _place(one)) for one in candidates)
    body = [(*tables.cells(term), *more) for term, more in zip(terms, told, strict=True)]
    return tables.rows([(*tables.COLUMNS, "count", "first place"), *body])


def _place(candidate: Candidate) -> str:
    return f"{candidate.path}:{candidate.line}" if candidate.line else candidate.path
