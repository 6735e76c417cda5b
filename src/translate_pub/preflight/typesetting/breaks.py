"""Where pages break: widows, orphans, headings at the foot, facing pages of unequal depth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from translate_pub.model.expectation import Kind
from translate_pub.model.preflight import Finding
from translate_pub.preflight.found import error, note, warning
from translate_pub.preflight.measures import told
from translate_pub.preflight.typesetting.alignment import Alignment
from translate_pub.preflight.typesetting.lines import TextPage
from translate_pub.preflight.typesetting.paragraphs import Paragraph

_DEEPER = 0.75
"""Of the distance between lines, by how much a page is deeper than the one that faces it."""
_TOLD = 4
"""Lines of a paragraph, or a page, that is told by its lines alone."""
_LARGER = 1.12
"""Times the size of the text, from which a line is a heading where no edition says so."""


def lonely(paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    """Name the widows and orphans: the last or the first line of a paragraph, alone on its page."""
    for one in paragraphs:
        pages = one.by_page()
        if len(pages) == 1 or one.note or (one.guessed and len(one.rows) < _TOLD):
            continue
        grave = warning if one.guessed else error
        at = f" ({one.source})" if one.source else ""
        if pages[one.rows[-1].page] == 1:
            message = f"a widow: the last line of a paragraph stands alone on its page{at}"
            yield grave("P174", message, one.rows[-1].page, one.rows[-1].rect)
        if pages[one.rows[0].page] == 1:
            message = f"an orphan: the first line of a paragraph stands alone on its page{at}"
            yield grave("P175", message, one.rows[0].page, one.rows[0].rect)


def headings(alignment: Alignment) -> Iterator[Finding]:
    """Name the headings that the page turns after."""
    passages = alignment.expected.passages
    for index, (passage, following) in enumerate(pairwise(passages)):
        if passage.kind is not Kind.HEADING or following.section != passage.section:
            continue
        own, after = alignment.body.of(index), alignment.body.of(index + 1)
        if own and after and after[0].page > own[-1].page:
            last = own[-1]
            yield error(
                "P176", f"a heading stands at the foot of its page ({passage.source})", last.page, last.run.rect
            )


def large_last(pages: Sequence[TextPage]) -> Iterator[Finding]:
    """Name the pages whose last line looks like a heading."""
    sizes = [line.main.size for page in pages for line in page.body for _ in line.text]
    if not sizes:
        return
    usual = median(sizes)
    for page in pages:
        last = page.body[-1] if len(page.body) >= _TOLD else None
        if last is not None and last.main.size > _LARGER * usual and page.body[-2].main.size <= _LARGER * usual:
            yield warning("P176", "the last line of a page looks like a heading", page.number, last.rect)


def depths(pages: Sequence[TextPage], paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    """Name the facing pages of which one is deeper, though text runs on from both."""
    going_on = {row.page for one in paragraphs for row, after in pairwise(one.rows) if after.page == row.page + 1}
    steps = [
        row.line.runs[0].baseline - after.line.runs[0].baseline
        for one in paragraphs
        if not one.note
        for row, after in pairwise(one.rows)
        if row.page == after.page
    ]
    for verso, recto in zip(pages[1::2], pages[2::2], strict=False):
        if verso.number in going_on and recto.number in going_on and verso.body and recto.body:
            apart = verso.body[-1].runs[0].baseline - recto.body[-1].runs[0].baseline
            if abs(apart) > _DEEPER * median(steps or [12.0]):
                shorter = verso if apart > 0 else recto
                message = f"a page ends {told(abs(apart))} above the one that faces it"
                yield note("P182", message, shorter.number, shorter.body[-1].rect)
