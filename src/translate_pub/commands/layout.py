"""The pages of several editions, laid out by the same workers at the same time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext

from translate_pub.commands import bilingual
from translate_pub.commands.composition import Composition
from translate_pub.model.diagnostic import Outcome
from translate_pub.model.pages import ChapterPages, Pagination
from translate_pub.publish import chapter, engine, pagination
from translate_pub.publish.chapter import LayoutJob
from translate_pub.workspace import pool

Step = Callable[[str], None]
Watch = Callable[[str, int], AbstractContextManager[Step]]
"""Shows that so many things are being done, and is told the name of each that is."""


def unwatched(_title: str, _total: int) -> AbstractContextManager[Step]:
    """Show nothing."""
    return nullcontext(lambda _name: None)


class _Wanted(Exception):  # noqa: N818 - not an error: it carries what a pagination needs before it can go on
    def __init__(self, jobs: Sequence[LayoutJob]) -> None:
        super().__init__()
        self.jobs = jobs


def lay_out(
    compositions: Sequence[Composition], workers: int | None = None, watch: Watch = unwatched
) -> tuple[Outcome[Pagination], ...]:
    """Paginate editions, the sections of all of them in one pool.

    A pagination is a function of what was laid out: each is run until it wants a section that is not laid out yet;
    what all of them want is laid out together, and they are run again.

    Args:
        compositions: the editions.
        workers: how many processes; as many as there are processors when None.
        watch: is shown what is done.

    Raises:
        MachineError: Pango or a font is missing, or a worker was killed.
    """
    done: dict[LayoutJob, ChapterPages] = {}
    outcomes: dict[int, Outcome[Pagination]] = {}
    while True:
        wanted: dict[LayoutJob, str] = {}
        for place, composition in enumerate(compositions):
            if place in outcomes:
                continue
            try:
                outcomes[place] = _paginate(composition, done)
            except _Wanted as missing:
                wanted |= dict.fromkeys(missing.jobs, composition.label)
        if not wanted:
            return tuple(outcomes[place] for place in range(len(compositions)))
        done |= _run(wanted, workers, watch, "page numbers" if done else "pages")


def _paginate(composition: Composition, done: dict[LayoutJob, ChapterPages]) -> Outcome[Pagination]:
    """Run a pagination as far as what is laid out allows."""

    def look_up(jobs: Sequence[LayoutJob]) -> list[ChapterPages]:
        missing = [job for job in jobs if job not in done]
        if missing:
            raise _Wanted(missing)
        return [done[job] for job in jobs]

    if composition.original is not None:
        return bilingual.paginate(composition, composition.original, look_up)
    return pagination.paginate(composition.sections, composition.form, composition.write_folio, look_up)


def _run(wanted: dict[LayoutJob, str], workers: int | None, watch: Watch, title: str) -> dict[LayoutJob, ChapterPages]:
    """Lay sections out, the longest first, so that no worker is left with one at the end."""
    engine.load()
    jobs = sorted(wanted, key=lambda job: len(job.section.html), reverse=True)
    with watch(title, len(jobs)) as step:
        pages = pool.run(chapter.lay_out, jobs, workers=workers, progress=lambda job: step(_name(job, wanted[job])))
    return dict(zip(jobs, pages, strict=True))


def _name(job: LayoutJob, edition: str) -> str:
    return f"{edition} {job.name}"
