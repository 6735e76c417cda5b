"""A watch over a build that counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Counter:
    """Counts what was announced and what was done, a round each."""

    totals: list[int] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)

    @contextmanager
    def __call__(self, _title: str, total: int) -> Iterator[Callable[[str], None]]:
        """Count one round."""
        self.totals.append(total)
        self.steps.append(0)

        def step(_name: str) -> None:
            self.steps[-1] += 1

        yield step
