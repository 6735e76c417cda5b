"""How sure a pair is: a probability, from what is known of its bead.

The coefficients are of a logistic regression, fitted on public catalogues whose translations had paragraphs dropped,
added, merged and split (`python -m benchmarks.alignment --fit`), and tried on languages that it had not seen.
"""

from __future__ import annotations

import math
from dataclasses import astuple, dataclass, fields

from translate_pub.catalog.alignment.evidence import Evidence
from translate_pub.catalog.alignment.features import Features
from translate_pub.catalog.alignment.lattice import Link
from translate_pub.catalog.alignment.parting import Parting

_MOST = 9.0
_PAIR = 2
_SHORT = 12.0
_UNSURE = 2.2
_FAR_OFF = 1.8
_LITTLE = 1.0


@dataclass(frozen=True, slots=True)
class Seen:
    """A bead of the path, with the blocks that it is made of."""

    link: Link
    sources: tuple[int, ...]
    targets: tuple[int, ...]
    near: float
    """Logit of the probability of the less certain of the beads before and after."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of a pair; every field but the last two is a term of the regression."""

    bead: float
    """Logit of the bead's probability among all beads."""
    cut: float
    """Logit of the probability of how it was divided, where it was."""
    look: float
    """Evidence of length, kind, marks and ending, as a log-likelihood ratio."""
    tokens: float
    """Evidence of numbers, names and words, as a log-likelihood ratio."""
    kept: float
    """Share of what the tokens of both sides could say for the pair that they do say, from about -1 to 1."""
    deviation: float
    """By how many standard deviations the lengths differ, without sign."""
    divided: float
    """1 where the translation was divided, else 0."""
    joined: float
    """1 where the translation was joined, else 0."""
    near: float
    """Logit of the probability of the less certain of the beads before and after."""
    short: float
    """1 for a text of a few characters, falling with its length."""
    sources: int
    targets: int


TERMS = len(fields(Signs)) - 2
"""How many fields of `Signs` are terms of the regression."""
COEFFICIENTS = (0.510, 0.378, -0.154, -0.015, 1.007, -0.660, 0.742, 0.296, 0.089, 0.886)
INTERCEPT = -1.401


def read(  # noqa: PLR0913, PLR0917  # all that is known of a pair
    seen: Seen, parting: Parting, known: Evidence, source: Features, target: Features, sources: int, targets: int
) -> Signs:
    """Gather the signs of a pair."""
    tokens = known.tokens(source.tokens, target.tokens)
    possible = sum(known.gains.get(token, 0.0) for token in source.tokens | target.tokens)
    return Signs(
        bead=logit(seen.link.probability),
        cut=logit(parting.probability) if len(seen.sources) + len(seen.targets) > _PAIR else _MOST,
        look=min(max(known.length(source.length, target.length) + known.look(source, target), -8.0), 8.0),
        tokens=min(max(tokens, -10.0), 20.0),
        kept=max(tokens / (possible + 3.0), -1.0),
        deviation=min(abs(known.deviation(source.length, target.length)), 5.0),
        divided=float(sources > 1),
        joined=float(targets > 1),
        near=seen.near,
        short=_SHORT / (_SHORT + source.length),
        sources=sources,
        targets=targets,
    )


def logit(probability: float) -> float:
    """Give the logit of a probability, within bounds."""
    one = min(max(probability, 1e-6), 1 - 1e-6)
    return min(max(math.log(one / (1 - one)), -_MOST), _MOST)


def judge(signs: Signs) -> float:
    """Give the probability that a pair is right, 0 to 1."""
    total = INTERCEPT + sum(weight * sign for weight, sign in zip(COEFFICIENTS, astuple(signs)[:TERMS], strict=True))
    return 1 / (1 + math.exp(-min(max(total, -30), 30)))


def explain(signs: Signs) -> tuple[str, ...]:
    """Say in a translator's words what speaks against a pair."""
    found = []
    if signs.sources > 1:
        found.append(f"one text of the translation was divided between {signs.sources} of the source")
    if signs.targets > 1:
        found.append(f"{signs.targets} texts of the translation were joined")
    if min(signs.bead, signs.cut) < _UNSURE:
        found.append("another place fits nearly as well")
    if signs.deviation > _FAR_OFF:
        found.append("its length is unusual for this source")
    if signs.tokens < _LITTLE:
        found.append("it has few words or numbers that its source has")
    if signs.near < _UNSURE:
        found.append("what stands beside it is uncertain")
    return tuple(found) or ("it is short, and there are few signs",)
