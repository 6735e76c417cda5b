"""How much the checks complain about translations that were published, and about what.

    python -m benchmarks.noise --corpus DIR [--language sv] [--code C087] [--samples 3] [--seconds]

DIR holds PO files in any folders; the language of each is that of its header, or of its name. The sources are not
needed: each entry is its own segment. Good corpora are the catalogues of books and manuals:

    git clone https://github.com/google/comprehensive-rust      # po/*.po, Markdown
    git clone https://github.com/f-droid/fdroid-website         # po/*.po, Markdown
    git clone https://gitlab.gnome.org/GNOME/gnome-user-docs    # */*/*.po, Mallard
    git clone https://github.com/python/python-docs-es          # **/*.po, reStructuredText

For every language it prints how many messages there are, how many of them have findings, and how many have each code;
with `--samples` also texts, so that somebody who reads the language can tell a fault from a false alarm.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from translate_pub.catalog import po, words
from translate_pub.checks import rules
from translate_pub.checks.pair import Pair
from translate_pub.model.catalog import Catalog, Entry
from translate_pub.model.diagnostic import Diagnostic
from translate_pub.model.source import Segment
from translate_pub.source.dialect import BOOK
from translate_pub.source.inline import Comparer

_LANGUAGE = re.compile(r"^Language:\s*([A-Za-z_@-]+)", re.MULTILINE)
_NAMED = re.compile(r"(?:^|[._-])([a-z]{2,3}(?:[_-][A-Za-z]{2,4})?)\.po$")
_CALL = re.compile(r"\[\^([^\]]+)\]")
_SHOWN = 300

Found = tuple[Pair, Diagnostic]


class Tally:
    """What was found in one language."""

    def __init__(self) -> None:
        self.messages = 0
        self.words = 0
        self.with_findings = 0
        self.codes: Counter[str] = Counter()
        self.samples: dict[str, list[Found]] = defaultdict(list)
        self.seconds = 0.0

    def add(self, pair: Pair, found: Sequence[Diagnostic]) -> None:
        """Count one message."""
        self.messages += 1
        self.words += words.count(pair.entry.msgid)
        self.with_findings += bool(found)
        for code in {one.code for one in found}:
            self.codes[code] += 1
            self.samples[code].append((pair, next(one for one in found if one.code == code)))


def measure(files: Sequence[Path], wanted: set[str]) -> dict[str, Tally]:
    """Check every catalogue and count what is found, by language."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for path in files:
        catalog = read(path)
        if catalog is None or (wanted and catalog.language not in wanted):
            continue
        tally = tallies[catalog.language]
        began = time.process_time()
        for pair in pairs(catalog):
            tally.add(pair, rules.examine(pair))
        tally.seconds += time.process_time() - began
    return dict(tallies)


def read(path: Path) -> Catalog | None:
    """Read a catalogue; None, said on standard error, where it cannot be read or tells no language."""
    named = _NAMED.search(path.name)
    read = po.parse(path.read_bytes(), path.name, language="", book="", chapter=path.stem).value
    if read is None:
        sys.stderr.write(f"{path} cannot be read\n")
        return None
    header = _LANGUAGE.search(read.header.msgstr)
    language = header[1] if header else named[1] if named else ""
    if not language:
        sys.stderr.write(f"{path} tells no language\n")
        return None
    return Catalog(path.name, language.replace("_", "-"), "", path.stem, read.header, read.entries)


def pairs(catalog: Catalog) -> Iterator[Pair]:
    """Give every translated entry with a segment that is made of it."""
    live = catalog.live().values()
    labels = {label for entry in live for label in _CALL.findall(entry.msgid)}
    segments = [_segment(entry) for entry in live if entry.plural is None]
    return rules.pairs(catalog, segments, Comparer(BOOK, {}, labels))


def _segment(entry: Entry) -> Segment:
    return Segment("paragraph", entry.msgid, context=entry.context, flags=entry.flags)


def show(tallies: dict[str, Tally], codes: set[str], samples: int) -> Iterator[str]:
    """Write the table, and samples of what was found."""
    for language, tally in sorted(tallies.items()):
        share = tally.with_findings / tally.messages if tally.messages else 0
        rate = f"{tally.seconds:.1f} s CPU for {tally.words:,} words"
        yield f"{language}: {tally.messages:,} messages, {tally.with_findings:,} with findings ({share:.2%}), {rate}"
        for code, number in tally.codes.most_common():
            if codes and code not in codes:
                continue
            yield f"    {code} {number:>6,} {number / tally.messages:>8.2%}"
            chosen = random.Random(code + language).sample(tally.samples[code], min(samples, number))  # noqa: S311  # samples to read, the same each time
            for pair, found in chosen:
                yield f"        {found.message}"
                yield f"          < {pair.entry.msgid[:_SHOWN]!r}"
                yield f"          > {pair.entry.msgstr[:_SHOWN]!r}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How much the checks complain about published translations.")
    parser.add_argument("--corpus", type=Path, required=True, help="folder of PO files")
    parser.add_argument("--language", action="append", default=[], help="only this language; may be given again")
    parser.add_argument("--code", action="append", default=[], help="only this code; may be given again")
    parser.add_argument("--samples", type=int, default=0, help="texts shown for each code and language")
    chosen = parser.parse_args()
    files = sorted(chosen.corpus.rglob("*.po"))
    if not files:
        parser.error(f"there is no PO file in {chosen.corpus}")
    for line in show(measure(files, set(chosen.language)), set(chosen.code), chosen.samples):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
