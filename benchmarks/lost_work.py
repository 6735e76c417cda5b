"""Replays refreshes that lost work: `python -m benchmarks.lost_work --corpus DIR`; see benchmarks/README.md.

For each refresh two questions: is the finished one, as another program made it, refused? And is our own update from the
old catalogue to the messages of that commit? Both are judged with the Markdown of the commit at hand, and without it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from benchmarks import corpus
from benchmarks.corpus import CorpusError, Refresh
from translate_pub.catalog import alarm, losses, po, words
from translate_pub.catalog.header import HeaderFacts
from translate_pub.catalog.losses import Loss
from translate_pub.catalog.update import Setting, update
from translate_pub.model.catalog import Catalog
from translate_pub.workspace import git

DOCUMENTED = Refresh("po/zh-CN.po", "86cde61f")
"""google/comprehensive-rust#1311: a thousand translations were lost, and nobody noticed."""
_SHOWN = 20
_SUMMARY = "SUMMARY.md"
_LINK = re.compile(r"\]\((?:\./)?([^)#\s]+\.md)")
"""To a chapter of mdBook: https://rust-lang.github.io/mdBook/format/summary.html."""


@dataclass(frozen=True)
class Judgement:
    """What was lost in one refresh, by who made it and what is known of the source."""

    refresh: Refresh
    totals: tuple[int, int]
    """Source words translated before and after."""
    losses: dict[str, tuple[Loss, ...]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Replay, and print what is refused; the exit code is 1 where the documented refresh is not."""
    options = _options(arguments)
    judged = refused = 0
    for one in _judge_all(_choose(options)):
        _print(one, listed=not options.survey)
        judged += 1
        refused += bool(next(iter(one.losses.values())))
    print(f"{judged} refreshes judged, {refused} refused")
    return 0 if judged and (options.survey or refused == judged) else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lost_work", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with the git repositories")
    parser.add_argument("--survey", type=int, metavar="N", help="judge the newest N refreshes of every catalogue")
    parser.add_argument("--lang", action="append", default=[], help="with --survey, only this language")
    return parser.parse_args(arguments)


def _choose(options: argparse.Namespace) -> Iterable[Refresh]:
    if options.survey:
        return corpus.discover(options.corpus, options.lang, options.survey)
    return corpus.locate([DOCUMENTED], options.corpus)


def _judge_all(refreshes: Iterable[Refresh]) -> Iterator[Judgement]:
    for refresh in refreshes:
        try:
            yield judge(refresh)
        except CorpusError as error:
            print(f"left out: {error}", file=sys.stderr)


def judge(refresh: Refresh) -> Judgement:
    """Judge one refresh."""
    old, new = (_catalog(refresh, revision) for revision in (f"{refresh.commit}^", refresh.commit))
    template = corpus.template_of(new)
    texts = _texts(refresh)
    setting = Setting(corpus.language_of(refresh), HeaderFacts("book"), str, dt.datetime.now(dt.UTC))
    ours = update([old], [template], setting).catalogs
    with_source, without = losses.evidence([template], texts), losses.evidence([template])
    found = {
        "as committed": losses.find([old], [new], with_source),
        "as committed, template only": losses.find([old], [new], without),
        "our update": losses.find([old], ours, with_source),
        "our update, template only": losses.find([old], ours, without),
    }
    return Judgement(refresh, (_translated(old), _translated(new)), found)


def _catalog(refresh: Refresh, revision: str) -> Catalog:
    data = _git(refresh, "show", f"{revision}:{refresh.path}")
    read = po.parse(data, refresh.path, corpus.language_of(refresh), "book", "all").value
    if read is None:
        raise CorpusError(f"{refresh}: cannot be read")
    return read


def _texts(refresh: Refresh) -> list[str]:
    """Read the Markdown of the commit: what the book's summary links to, or all where it has none."""
    listed = _git(refresh, "ls-tree", "-r", "--name-only", refresh.commit).decode().splitlines()
    paths = [path for path in listed if path.endswith(".md")]
    with git.contents(refresh.repository or Path()) as content:
        found = {path: content(f"{refresh.commit}:{path}") or b"" for path in paths}
    texts = {path: data.decode(errors="replace") for path, data in found.items()}
    return [texts[path] for path in _of_book(texts)]


def _of_book(texts: Mapping[str, str]) -> Iterable[str]:
    """Leave out what lies beside a book: a chapter taken out of the summary is gone, though its file is not."""
    summaries = [PurePosixPath(path) for path in texts if PurePosixPath(path).name == _SUMMARY]
    if not summaries:
        return texts
    return [
        str(path)
        for summary in summaries
        for path in (summary, *(summary.parent / link for link in _LINK.findall(texts[str(summary)])))
        if str(path) in texts
    ]


def _git(refresh: Refresh, *arguments: str) -> bytes:
    done = subprocess.run(["git", f"--git-dir={refresh.repository}", *arguments], capture_output=True, check=False)
    if done.returncode:
        raise CorpusError(f"{refresh}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def _translated(catalog: Catalog) -> int:
    return sum(words.count(entry.msgid) for entry in catalog.entries if entry.translated and not entry.obsolete)


def _print(one: Judgement, *, listed: bool) -> None:
    before, after = one.totals
    counts = ", ".join(f"{name}: {len(lost):,}" for name, lost in one.losses.items())
    print(f"{one.refresh}: words translated {before:,} → {after:,}; lost without explanation: {counts}", flush=True)
    lost = next(iter(one.losses.values()))
    if listed and lost:
        for found in alarm.diagnose(lost)[:_SHOWN]:
            print(f"  {found}")
        print(f"  and {max(len(lost) - _SHOWN, 0):,} more" if len(lost) > _SHOWN else "")
        print(f"  {alarm.refusal(corpus.language_of(one.refresh), 'book', lost, one.totals)}")


if __name__ == "__main__":
    sys.exit(main())
