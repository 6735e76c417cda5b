"""Speed, held against gettext's own tool in the same run."""

from __future__ import annotations

import random
import resource
import subprocess
import time
from pathlib import Path

import pytest

from tests.catalog.making import FACTS, NOW, catalog, chapter, read, setting
from translate_pub.catalog import po, pot
from translate_pub.catalog.update import update

SIZE = 6000


def book() -> list[str]:
    """Write paragraphs of words, about forty each."""
    draw = random.Random(4)  # noqa: S311  # the same texts on every run, no secrets
    common = [f"often{number}" for number in range(60)]
    rare = [f"seldom{number}" for number in range(3000)]
    return [
        " ".join(draw.choice(common) if draw.random() < 0.6 else draw.choice(rare) for _ in range(40)) + "."
        for _ in range(SIZE)
    ]


@pytest.mark.slow
def test_an_update_costs_less_than_msgmerge_without_matching(tmp_path: Path) -> None:
    """Reading, matching and writing 6,000 messages of which 2 % were edited takes less than `msgmerge -N` takes."""
    texts = book()
    data = po.serialize(catalog({text: text.upper() for text in texts}))
    edited = [text.replace(" ", " edited ", 1) if number % 50 == 0 else text for number, text in enumerate(texts)]
    template = chapter(edited)
    Path(tmp_path, "old.po").write_bytes(data)
    Path(tmp_path, "new.pot").write_bytes(pot.serialize(template, FACTS, now=NOW))

    start = time.process_time()
    after = update([read(data)], [template], setting())
    po.serialize(after.catalogs[0])
    ours = time.process_time() - start

    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    command = ["msgmerge", "--quiet", "--no-fuzzy-matching", "-o", "out.po", "old.po", "new.pot"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=120)
    theirs = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before

    assert after.reports[0].fuzzy == SIZE // 50
    assert ours < theirs, f"{ours:.2f} s against {theirs:.2f} s"
