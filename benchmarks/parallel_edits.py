"""Two people's edits of one catalogue, replayed from public histories.

    python -m benchmarks.parallel_edits --corpus DIR

A pair is a base and two versions of it. Real ones come from merge commits both of whose parents changed the file since
their common ancestor. Others are made of two commits that follow each other on one file: the first is one side, and
what the second did to messages, done to the base instead, is the other.

A translation counts as lost when a side has written it, or both have left it, and the merged file holds it nowhere:
neither as a translation nor as a second one in a comment. A file counts as unreadable when `msgfmt` refuses it although
it takes both sides. Beside it stands what git does by itself.
"""

from __future__ import annotations

import argparse
import itertools
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks import corpus
from translate_pub.catalog import alternatives, po
from translate_pub.catalog.merging import three_way
from translate_pub.model.catalog import Catalog, Entry, Key


@dataclass(frozen=True)
class Pair:
    """A catalogue in three versions."""

    name: str
    base: bytes
    ours: bytes
    theirs: bytes


@dataclass
class Tally:
    """What came of merging pairs."""

    pairs: int = 0
    unreadable: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    skipped: int = 0
    """Pairs of which a version is refused, so that there is nothing to merge."""
    messages: int = 0
    rivals: int = 0
    conflicts_of_git: int = 0
    seconds: float = 0.0


def real_pairs(repository: Path) -> Iterator[Pair]:
    """Find merge commits both of whose parents changed a catalogue."""
    for line in reversed(_git(repository, "rev-list", "--merges", "--parents", "--all").decode().splitlines()):
        _, *parents = line.split()
        base = _git(repository, "merge-base", *parents[:2]).decode().strip()
        if len(parents) != 2 or not base or base in parents:  # noqa: PLR2004  # a merge of two
            continue
        both = [_changed(repository, base, parent) for parent in parents]
        for path in sorted(both[0].keys() & both[1].keys()):
            before = _git(repository, "rev-parse", f"{base}:{path}").decode().strip()
            blobs = (before, both[0][path], both[1][path])
            if len(set(blobs)) == len(blobs):
                name = f"{_title(repository)} {path} {parents[0][:8]}+{parents[1][:8]}"
                yield Pair(name, *(_git(repository, "cat-file", "blob", blob) for blob in blobs))


def made_pairs(repository: Path) -> Iterator[Pair]:
    """Make pairs of commits that follow each other on one file."""
    for path in _paths(repository):
        log = _git(repository, "log", "--no-merges", "--format=%H", "--", path).decode().split()[::-1]
        for first, second, third in itertools.islice(zip(log, log[1:], log[2:], strict=False), 0, None, 3):
            versions = [_git(repository, "cat-file", "blob", f"{one}:{path}") for one in (first, second, third)]
            theirs = _replay(*versions) if all(versions) else b""
            if theirs and theirs != versions[0]:
                yield Pair(f"{_title(repository)} {path} {second[:8]}|{third[:8]}", versions[0], versions[1], theirs)


def merge(pair: Pair, tally: Tally) -> None:
    """Merge a pair and count what came of it."""
    base, ours, theirs = (_read(data) for data in (pair.base, pair.ours, pair.theirs))
    if base is None or ours is None or theirs is None:
        tally.skipped += 1
        return
    started = time.process_time()
    merged = three_way.merge(base, ours, theirs)
    data = po.serialize(merged.catalog)
    tally.seconds += time.process_time() - started
    tally.pairs += 1
    tally.messages += len(merged.catalog.entries)
    tally.rivals += len(merged.clashes)
    tally.lost += [f"{pair.name}: {text[:60]!r}" for text in _lost(base, ours, theirs, data)]
    if not _readable(data) and _readable(pair.ours) and _readable(pair.theirs):
        tally.unreadable.append(pair.name)
    tally.conflicts_of_git += _git_conflicts(pair)


def _lost(base: Catalog, ours: Catalog, theirs: Catalog, data: bytes) -> list[str]:
    """List what somebody has written, or nobody has touched, and the merged file does not hold."""
    found = _read(data)
    there = {text for entry in found.entries for text in _all_texts(entry)} if found else set()
    old = {text for entry in base.entries for text in _texts(entry)}
    was, mine, other = ({entry.key: entry for entry in one.entries} for one in (base, ours, theirs))
    wanted: set[str] = set()
    for one, across in ((mine, other), (other, mine)):
        for key, entry in one.items():
            written = key not in was or _texts(entry) != _texts(was[key])
            left = key in across and _texts(across[key]) == _texts(entry)
            if left or (written and not (entry.fuzzy and old.issuperset(_texts(entry)))):
                wanted |= set(_texts(entry))
    return sorted(wanted - there)


def _texts(entry: Entry) -> tuple[str, ...]:
    return tuple(filter(None, entry.plural[1] if entry.plural else (entry.msgstr,)))


def _all_texts(entry: Entry) -> tuple[str, ...]:
    return (*_texts(entry), *alternatives.read(entry))


def _replay(base: bytes, before: bytes, after: bytes) -> bytes:
    """Do to the messages of a base what a commit did to those of a later version."""
    catalog, old, new = _read(base), _read(before), _read(after)
    if catalog is None or old is None or new is None:
        return b""
    was: dict[Key, Entry] = {entry.key: entry for entry in old.entries}
    changed = {entry.key: entry for entry in new.entries if was.get(entry.key) != entry}
    entries = [changed.pop(entry.key, entry) for entry in catalog.entries]
    return po.serialize(replace(catalog, header=new.header, entries=(*entries, *changed.values())))


def _read(data: bytes) -> Catalog | None:
    return po.parse(data, "a.po", language="", book="", chapter="a").value


def _readable(data: bytes) -> bool:
    done = subprocess.run(["msgfmt", "-o", "/dev/null", "-"], input=data, capture_output=True, check=False)
    return done.returncode == 0


def _git_conflicts(pair: Pair) -> bool:
    """Whether git's own merge leaves conflict marks."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("ours", "base", "theirs")]
        for path, data in zip(paths, (pair.ours, pair.base, pair.theirs), strict=True):
            path.write_bytes(data)
        return (
            subprocess.run(["git", "merge-file", "-q", "-p", *paths], capture_output=True, check=False).returncode > 0
        )


def _changed(repository: Path, old: str, new: str) -> dict[str, str]:
    """List the catalogues that differ between two commits and stand in both: path -> the new blob."""
    said = _git(repository, "diff-tree", "-r", "-z", "--diff-filter=M", old, new, "--", "*.po").decode(
        "utf-8", "replace"
    )
    fields = said.split("\0")
    return {path: head.split()[3] for head, path in zip(fields[::2], fields[1::2], strict=False)}


def _paths(repository: Path) -> list[str]:
    said = _git(repository, "ls-tree", "-r", "-z", "--name-only", "HEAD").decode("utf-8", "replace")
    return [path for path in said.split("\0") if path.endswith(".po")]


def _git(repository: Path, *words: str) -> bytes:
    return subprocess.run(["git", "-C", repository, *words], capture_output=True, check=False).stdout


def _title(repository: Path) -> str:
    return repository.parent.name if repository.name in {"repo", ".git"} else repository.name


def _take(sources: Iterable[Iterator[Pair]], most: int) -> Iterator[Pair]:
    """Take pairs from all repositories by turns."""
    waiting = list(sources)
    while waiting and most > 0:
        for source in list(waiting):
            pair = next(source, None)
            if pair is None:
                waiting.remove(source)
            elif most > 0:
                most -= 1
                yield pair


def main() -> int:
    """Merge pairs and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="folder of git repositories")
    parser.add_argument("--pairs", type=int, default=200, help="how many of each kind (default: %(default)s)")
    arguments = parser.parse_args()
    repositories = corpus.repositories(arguments.corpus)
    good = True
    for kind, find in (("real merges", real_pairs), ("made of two commits", made_pairs)):
        tally = Tally()
        for pair in _take([find(repository) for repository in repositories], arguments.pairs):
            merge(pair, tally)
        _tell(kind, tally)
        good = good and not tally.lost and not tally.unreadable
    return 0 if good else 1


def _tell(kind: str, tally: Tally) -> None:
    print(f"{kind}: {tally.pairs} pairs merged, {tally.skipped} left out because a version is refused")
    print(f"  {tally.messages:,} messages in {tally.seconds:.1f} s; {tally.rivals:,} translated by both")
    print(f"  conflicts by git alone: {tally.conflicts_of_git}")
    print(f"  translations lost: {len(tally.lost)}; unreadable files: {len(tally.unreadable)}")
    for line in (*tally.lost, *tally.unreadable):
        print(f"    {line}")


if __name__ == "__main__":
    sys.exit(main())
