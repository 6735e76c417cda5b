"""A source and its translation, laid beside each other: the room's front door."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from translate_pub.catalog.alignment import arranging, association, confidence, corridor, evidence, features, parting
from translate_pub.catalog.alignment.association import Dictionary
from translate_pub.catalog.alignment.confidence import Signs
from translate_pub.catalog.alignment.evidence import Evidence
from translate_pub.catalog.alignment.features import Features
from translate_pub.catalog.alignment.lattice import Lattice, Link
from translate_pub.catalog.alignment.scores import STEPS, Runs, Scores
from translate_pub.catalog.matching.cutting import glue
from translate_pub.model.alignment import SURE, Alignment, Bead, Block

_READINGS = 3
_MARGIN = 12
_CERTAIN = 0.9
"""Probability from which a pair teaches what pairs look like."""
_SHORT = 12.0


def pair(sources: Sequence[Block], targets: Sequence[Block], language: str = "") -> Alignment:
    """Lay a translation beside its source.

    Nothing is refused: what has no counterpart stands alone in its bead, and what is doubtful says so. Deterministic;
    time and memory grow with the number of blocks, not with its square.

    Args:
        sources: every block of the source, in reading order.
        targets: every block of the translation, in reading order.
        language: BCP 47 tag of the translation, for the ends of its sentences.
    """
    text, asides = [list(part) for part in zip(*(arranging.arrange(side) for side in (sources, targets)), strict=True)]
    beads = _Side(sources, targets, language).align(*text)
    if asides[0] or asides[1]:
        beads += _Side(sources, targets, language).align(*asides)
    return Alignment(tuple(beads))


class _Side:
    """The blocks of both sides, and what is known of them so far."""

    def __init__(self, sources: Sequence[Block], targets: Sequence[Block], language: str) -> None:
        self._blocks = sources, targets
        self._language = language
        self._dictionary = Dictionary()
        self._known = frozenset(word for block in sources if block.known for word in features.of("", block.known).words)

    def align(self, mine: Sequence[int], theirs: Sequence[int]) -> list[Bead]:
        """Align some blocks of the source with some of the translation, given by their indices."""
        plain = (
            [self._source(self._blocks[0][number]) for number in mine],
            [self._target(self._blocks[1][number].kind, self._blocks[1][number].text) for number in theirs],
        )
        taught = [
            (features.of(block.kind, block.text), features.of(block.kind, block.known))
            for block in (self._blocks[0][number] for number in mine)
            if block.known
        ]
        self._dictionary = association.learn(taught)
        links, weights = self._read(plain, taught)
        return self._beads(links, weights, mine, theirs)

    def _source(self, block: Block) -> Features:
        seen = features.of(block.kind, block.text)
        if not block.known:
            return seen
        words = features.of("", block.known).words
        return features.with_tokens(seen, {f"k{word}" for word in words})

    def _target(self, kind: str, text: str) -> Features:
        seen = features.of(kind, text)
        seen = features.with_tokens(seen, {f"k{word}" for word in seen.words & self._known}) if self._known else seen
        return self._dictionary.of_target(seen)

    def _read(
        self, plain: tuple[list[Features], list[Features]], taught: list[tuple[Features, Features]]
    ) -> tuple[list[Link], Evidence]:
        """Read both sides several times, each time with what the time before has taught."""
        rows, columns = len(plain[0]), len(plain[1])
        look = corridor.first(*plain)
        pairs: list[tuple[int, int]] = []
        links: list[Link] = []
        self._seen = plain
        self._evidence = evidence.learn(*plain, pairs)
        for reading in range(_READINGS):
            if reading:
                self._dictionary = association.learn([(plain[0][i], plain[1][j]) for i, j in pairs] + taught)
            told = [self._dictionary.of_source(one) for one in plain[0]]
            heard = [self._dictionary.of_target(one) for one in plain[1]]
            self._seen = told, heard
            self._evidence = evidence.learn(told, heard, pairs)
            steps = STEPS if reading else STEPS[:1]
            links = Lattice(Scores(Runs(told), Runs(heard), self._evidence, steps), look).best()
            pairs = [_only(link) for link in links if _teaches(link)]
            look = corridor.around(_places(links), rows, columns, _MARGIN)
        return links, self._evidence

    def _beads(self, links: Sequence[Link], known: Evidence, mine: Sequence[int], theirs: Sequence[int]) -> list[Bead]:
        chances = [confidence.logit(link.probability) for link in links]
        beads = []
        for number, link in enumerate(links):
            near = min(chances[max(number - 1, 0) : number] + chances[number + 1 : number + 2], default=chances[number])
            here = tuple(mine[i] for i in link.sources)
            there = tuple(theirs[j] for j in link.targets)
            if not here or not there:
                beads.append(Bead(here, there, confidence=(link.probability,) * len(here)))
                continue
            beads.append(self._bead(link, known, here, there, near))
        return beads

    def _bead(self, link: Link, known: Evidence, here: tuple[int, ...], there: tuple[int, ...], near: float) -> Bead:
        sources = [self._seen[0][i] for i in link.sources]
        texts = [self._blocks[1][j].text for j in there]
        if len(sources) > 1:
            divided = parting.divide(sources, texts, self._language, known, self._target)
            parts, cut = divided.texts, confidence.logit(divided.probability)
        else:
            parts, cut = (glue(texts),), confidence.logit(1.0)
        sure, reasons = list[float](), list[str]()
        for source, part in zip(sources, parts, strict=True):
            target = self._target(source.kind, part)
            signs = Signs(
                bead=confidence.logit(link.probability),
                cut=cut,
                weight=min(max(known.pair(source, target), -10.0), 20.0),
                deviation=min(abs(known.deviation(source.length, target.length)), 5.0),
                cuts=float(len(sources) > 1),
                joins=float(len(texts) > 1),
                neighbours=near,
                short=_SHORT / (_SHORT + source.length),
            )
            sure.append(confidence.judge(signs) if part else 0.0)
            reasons += confidence.explain(signs, len(sources), len(texts)) if sure[-1] < SURE else ()
        return Bead(here, there, parts, tuple(sure), tuple(dict.fromkeys(reasons)))


def _only(link: Link) -> tuple[int, int]:
    return link.sources[0], link.targets[0]


def _teaches(link: Link) -> bool:
    return len(link.sources) == len(link.targets) == 1 and link.probability > _CERTAIN


def _places(links: Sequence[Link]) -> list[tuple[int, int]]:
    places, i, j = [(0, 0)], 0, 0
    for link in links:
        i, j = i + len(link.sources), j + len(link.targets)
        places.append((i, j))
    return places
