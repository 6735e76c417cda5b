"""A source and its translation, laid beside each other: the room's front door."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from translate_pub.catalog.alignment import arranging, association, confidence, corridor, evidence, features
from translate_pub.catalog.alignment.association import Dictionary
from translate_pub.catalog.alignment.confidence import Seen, Signs
from translate_pub.catalog.alignment.evidence import Evidence
from translate_pub.catalog.alignment.features import Features
from translate_pub.catalog.alignment.lattice import Lattice, Link
from translate_pub.catalog.alignment.parting import Divider, Parting
from translate_pub.catalog.alignment.scores import STEPS, Runs, Scores, Step
from translate_pub.model.alignment import SURE, Alignment, Bead, Block

_READINGS = 3
_CERTAIN = 0.9
"""Probability from which a pair teaches what pairs look like."""


def pair(
    sources: Sequence[Block],
    targets: Sequence[Block],
    language: str = "",
    judge: Callable[[Signs], float] = confidence.judge,
) -> Alignment:
    """Lay a translation beside its source.

    Nothing is refused: what has no counterpart stands alone in its bead, and what is doubtful says so. Deterministic;
    time and memory grow with the number of blocks, not with its square.

    Args:
        sources: every block of the source, in reading order.
        targets: every block of the translation, in reading order.
        language: BCP 47 tag of the translation, for the ends of its sentences.
        judge: gives the confidence of a pair; called once for each text of the beads, in their order.
    """
    text, asides = [list(part) for part in zip(*(arranging.arrange(side) for side in (sources, targets)), strict=True)]
    beads = _Side(sources, targets, language, judge).align(*text)
    if asides[0] or asides[1]:
        beads += _Side(sources, targets, language, judge).align(asides[0], asides[1], STEPS[:1])
    return Alignment(tuple(beads))


class _Side:
    """The blocks of both sides, and what is known of them so far."""

    def __init__(
        self, sources: Sequence[Block], targets: Sequence[Block], language: str, judge: Callable[[Signs], float]
    ) -> None:
        self._judge = judge
        self._blocks = sources, targets
        self._language = language
        self._dictionary = Dictionary()
        self._known = frozenset(word for block in sources if block.known for word in features.of("", block.known).words)

    def align(self, mine: Sequence[int], theirs: Sequence[int], steps: Sequence[Step] = STEPS) -> list[Bead]:
        """Align some blocks of the source with some of the translation, given by their indices.

        Args:
            mine: the blocks of the source.
            theirs: the blocks of the translation.
            steps: which beads there may be.
        """
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
        links, weights = self._read(plain, taught, steps)
        return list(self._beads(links, weights, mine, theirs))

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
        self,
        plain: tuple[list[Features], list[Features]],
        taught: list[tuple[Features, Features]],
        steps: Sequence[Step],
    ) -> tuple[list[Link], Evidence]:
        """Read both sides several times, each time with what the time before has taught."""
        look = corridor.first(*plain)
        pairs: list[tuple[int, int]] = []
        links: list[Link] = []
        self._features = plain
        self._evidence = evidence.learn(*plain, pairs)
        for reading in range(_READINGS):
            if reading:
                self._dictionary = association.learn([(plain[0][i], plain[1][j]) for i, j in pairs] + taught)
            told = [self._dictionary.of_source(one) for one in plain[0]]
            heard = [self._dictionary.of_target(one) for one in plain[1]]
            self._features = told, heard
            self._evidence = evidence.learn(told, heard, pairs)
            # Three to one and the like are rare: they are looked for once the rest is known.
            some = steps[:1] if not reading else steps[:3] if reading < _READINGS - 1 else steps
            links = Lattice(Scores(Runs(told), Runs(heard), self._evidence, some), look).best()
            pairs = [_only(link) for link in links if _teaches(link)]
            look = corridor.around(links)
        return links, self._evidence

    def _beads(
        self, links: Sequence[Link], known: Evidence, mine: Sequence[int], theirs: Sequence[int]
    ) -> Iterator[Bead]:
        """Make beads of the path, given the blocks that it leads through."""
        divider = Divider(known, self._target, self._language)
        chances = [confidence.logit(link.probability) for link in links]
        for number, link in enumerate(links):
            near = min(chances[max(number - 1, 0) : number] + chances[number + 1 : number + 2], default=chances[number])
            here, there = tuple(mine[i] for i in link.sources), tuple(theirs[j] for j in link.targets)
            if here and there:
                yield from self._divided(Seen(link, here, there, near), known, divider)
            else:
                yield _alone(here, there, link.probability)

    def _divided(self, seen: Seen, known: Evidence, divider: Divider) -> Iterator[Bead]:
        """Look at a bead more closely; blocks that do not belong to it after all stand alone."""
        sources = [self._features[0][i] for i in seen.link.sources]
        texts = [self._blocks[1][j].text for j in seen.targets]
        alone = len(sources) == len(texts) == 1
        parting = Parting((texts[0].strip(),), (), 1.0) if alone else divider.divide(sources, texts)
        used = [number for number, text in enumerate(parting.texts) if text]
        targets = tuple(j for number, j in enumerate(seen.targets) if number not in parting.unused)
        for number in range(used[0]):
            yield _alone((seen.sources[number],), (), parting.probability)
        signs = []
        for number in used:
            target = self._target(sources[number].kind, parting.texts[number])
            signs.append(confidence.read(seen, parting, known, sources[number], target, len(used), len(targets)))
        sure = tuple(self._judge(one) for one in signs)
        doubts = [confidence.explain(one) for one, chance in zip(signs, sure, strict=True) if chance < SURE]
        reasons = tuple(dict.fromkeys(reason for doubt in doubts for reason in doubt))
        given = tuple(seen.sources[number] for number in used)
        yield Bead(given, targets, tuple(parting.texts[number] for number in used), sure, reasons)
        for number in range(used[-1] + 1, len(sources)):
            yield _alone((seen.sources[number],), (), parting.probability)
        for number in parting.unused:
            yield _alone((), (seen.targets[number],), parting.probability)


def _alone(here: tuple[int, ...], there: tuple[int, ...], probability: float) -> Bead:
    return Bead(here, there, ("",) * len(here), (probability,) * len(here))


def _only(link: Link) -> tuple[int, int]:
    return link.sources[0], link.targets[0]


def _teaches(link: Link) -> bool:
    return len(link.sources) == len(link.targets) == 1 and link.probability > _CERTAIN
