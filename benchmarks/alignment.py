"""How right `import-translation` is about translations whose paragraphs were dropped, added, merged and split.

    python -m benchmarks.alignment --corpus DIR [--corpus DIR] [--language es ...] [--rate 0.1] [--seed 1] [--prose]
    python -m benchmarks.alignment --corpus DIR --language es da ... --fit

DIR is a checkout with PO files whose references name file and line, or a bare folder with such files:

    git clone https://github.com/google/comprehensive-rust      # po/*.po
    git clone https://github.com/f-droid/fdroid-website         # po/*.po
    git clone https://github.com/python/python-docs-fr          # **/*.po, name the folder python-docs-fr

A message is right if it got exactly its own translation, or none where that was dropped; wrong if it got anything
else; missing if it got nothing. Unmarked are those wrong ones whose confidence is 0.9 or more. `sure` is the share of
messages with such a confidence, `calibrated` the share of those that are right. `--fit` fits the coefficients of
`translate_pub.catalog.alignment.confidence` on the languages named and prints them.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from benchmarks import noised
from benchmarks.logistic import fit
from benchmarks.noised import Case
from translate_pub.catalog.alignment import confidence, pairing
from translate_pub.catalog.alignment.confidence import TERMS, Signs
from translate_pub.model.alignment import SURE

_FEW = 100
"""Messages of which nothing can be told."""


@dataclass(slots=True)
class Score:
    """What came of one case."""

    counts: Counter[str]
    examples: list[tuple[Signs, bool]]
    """The signs of every pair, and whether it was right."""
    seconds: float


def measure(case: Case, language: str) -> Score:
    """Align a case and count what is right."""
    seen: list[Signs] = []

    def judge(signs: Signs) -> float:
        seen.append(signs)
        return confidence.judge(signs)

    begun = time.process_time()
    beads = pairing.pair(case.sources, case.targets, language, judge).beads
    counts: Counter[str] = Counter()
    examples: list[tuple[Signs, bool]] = []
    signs = iter(seen)
    for bead in beads:
        for number, i in enumerate(bead.sources):
            right = _same(bead.texts[number], case.right[i])
            sure = bead.confidence[number] >= SURE
            counts["right" if right else "wrong" if bead.texts[number] else "missing"] += 1
            if bead.targets:
                examples.append((next(signs), right))
                counts.update({"sure": sure, "sure and right": sure and right, "unmarked": sure and not right})
    return Score(counts, examples, time.process_time() - begun)


def told(name: str, score: Score) -> str:
    """Write the line of a case."""
    counts = score.counts
    whole = counts["right"] + counts["wrong"] + counts["missing"]
    shares = "  ".join(
        f"{what} {counts[what] / whole:7.2%}" for what in ("right", "wrong", "unmarked", "missing", "sure")
    )
    calibrated = counts["sure and right"] / max(counts["sure"], 1)
    return f"{name:28} {whole:6,}  {shares}  calibrated {calibrated:7.2%}  {score.seconds:5.1f} s"


def _same(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _cases(options: argparse.Namespace) -> list[tuple[str, str, Case]]:
    """Make the cases: one for each language of each corpus that has enough of it."""
    made = []
    for corpus in options.corpus:
        for language in options.language:
            originals = list(noised.read(corpus, language))
            if options.prose:
                originals = noised.prose(originals)
            originals = originals[options.skip : options.skip + options.messages]
            if len(originals) >= _FEW:
                case = noised.make(originals, options.rate, options.seed)
                made.append((f"{corpus.name} {language}", language, case))
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, or fit."""
    options = _options(arguments)
    examples: list[tuple[Signs, bool]] = []
    for name, language, case in _cases(options):
        score = measure(case, language)
        print(told(name, score), flush=True)
        examples += score.examples
    if options.fit and examples:
        weights, intercept = fit([(astuple(signs)[:TERMS], right) for signs, right in examples])
        print(f"COEFFICIENTS = ({', '.join(f'{weight:.3f}' for weight in weights)})")
        print(f"INTERCEPT = {intercept:.3f}")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, action="append", required=True)
    parser.add_argument("--language", nargs="+", default=["es", "fa", "fr", "da", "ja"])
    parser.add_argument("--rate", type=float, default=0.1, help="of each: dropped, added, merged, split")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--messages", type=int, default=1500, help="at most so many of a language")
    parser.add_argument("--skip", type=int, default=0, help="leave out so many at the beginning")
    parser.add_argument("--prose", action="store_true", help="without code, links and addresses")
    parser.add_argument("--fit", action="store_true", help="fit the coefficients of the confidence")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
