"""How many pages there are, and which of them are blank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate_pub.model.preflight import Finding, Job
from translate_pub.preflight.found import error, warning
from translate_pub.preflight.summary import Summary


def check(pages: Sequence[Summary], job: Job) -> Iterator[Finding]:
    """Hold the number of pages against the printer's."""
    count, profile = len(pages), job.profile
    if job.cover:
        if count != 1:
            yield error("P114", f"the cover has {count} pages; a cover is one page, from edge to edge")
        return
    if profile.page_multiple > 1 and count % profile.page_multiple:
        missing = -count % profile.page_multiple
        message = f"the number of pages, {count}, is not a multiple of {profile.page_multiple}"
        yield error("P113", message, hint=f"add {_told(missing, 'blank page')} at the end")
    paper = next((one for one in profile.papers if one.name == job.paper), next(iter(profile.papers), None))
    least = max(profile.least_pages, paper.least_pages if paper else 0)
    most = min((one for one in (profile.most_pages, paper.most_pages if paper else None) if one), default=None)
    if count < least:
        yield error("P114", f"the file has {_told(count, 'page')}; the printer binds {least} at least")
    if most is not None and count > most:
        yield error("P114", f"the file has {_told(count, 'page')}; the printer binds {most} at most")


def _told(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def blanks(pages: Sequence[Summary], job: Job) -> Iterator[Finding]:
    """See that blank pages stand where a book has them: before an opening on a right-hand page, and at its end."""
    if all(one.blank for one in pages):
        yield error("P116", "nothing is printed in the whole file")
        return
    if job.cover:
        return
    last = pages[-1]
    if job.profile.last_page_blank and not last.blank:
        yield error("P115", "the last page is not blank, as the printer asks", last.number)
    end = max(one.number for one in pages if not one.blank)
    empty = {one.number for one in pages if one.blank}
    for number in sorted(empty):
        if number > end:
            continue
        if number % 2:
            yield warning("P116", "a right-hand page (recto) is blank", number)
        elif number - 1 in empty:
            yield warning("P116", "both pages of a leaf are blank", number)
