"""How sure a pair is: a probability, from what is known of its bead.

The coefficients are of a logistic regression, fitted on public catalogues whose translations had paragraphs dropped,
added, merged and split (`python -m benchmarks.alignment --fit`), and tried on languages that it had not seen.
"""

from __future__ import annotations

import math
from dataclasses import astuple, dataclass

_MOST = 9.0
_UNSURE = 2.2
_FAR_OFF = 1.8
_LITTLE = 1.0


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of a pair."""

    bead: float
    """Logit of the bead's probability among all beads."""
    cut: float
    """Logit of the cut's probability; `MOST` where nothing was cut."""
    weight: float
    """All evidence for the pair, as a log-likelihood ratio, against its blocks' being strangers."""
    deviation: float
    """By how many standard deviations its lengths differ, without sign."""
    cuts: float
    """1 where the translation was divided, else 0."""
    joins: float
    """1 where the translation was joined, else 0."""
    neighbours: float
    """Logit of the probability of the less certain of the beads before and after."""
    short: float
    """1 for a text of a few characters, falling with its length."""


COEFFICIENTS = (0.6, 0.45, 0.12, -0.25, -0.6, -0.6, 0.12, -0.8)
INTERCEPT = -0.3


def logit(probability: float) -> float:
    """Give the logit of a probability, within bounds."""
    one = min(max(probability, 1e-6), 1 - 1e-6)
    return min(max(math.log(one / (1 - one)), -_MOST), _MOST)


def judge(signs: Signs) -> float:
    """Give the probability that a pair is right, 0 to 1."""
    total = INTERCEPT + sum(weight * sign for weight, sign in zip(COEFFICIENTS, astuple(signs), strict=True))
    return 1 / (1 + math.exp(-min(max(total, -30), 30)))


def explain(signs: Signs, sources: int, targets: int) -> tuple[str, ...]:
    """Say in a translator's words what speaks against a pair.

    Args:
        signs: what is known of it.
        sources: how many blocks of the source its bead has.
        targets: how many of the translation.
    """
    found = []
    if sources > 1:
        found.append(f"one text of the translation was divided between {sources} of the source")
    if targets > 1:
        found.append(f"{targets} texts of the translation were joined")
    if signs.bead < _UNSURE:
        found.append("another place fits nearly as well")
    if signs.deviation > _FAR_OFF:
        found.append("its length is unusual for this source")
    if signs.weight < _LITTLE:
        found.append("it has little in common with its source")
    if signs.neighbours < _UNSURE:
        found.append("what stands beside it is uncertain")
    return tuple(found) or ("it is short, and there are few signs",)
