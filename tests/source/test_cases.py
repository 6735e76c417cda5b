"""One readable file a topic: a source, the messages that it gives, the HTML of a marked translation, the findings.

Read the differences after `pytest tests/source/test_cases.py --update-golden`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_pub.model.source import Segment, Source
from translate_pub.source.reading import read
from translate_pub.source.rendition import Rendition
from translate_pub.source.writing import write

FOLDER = Path(__file__).with_name("cases")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.md")), ids=lambda path: path.stem)
def test_a_topic_reads_and_writes_as_recorded(path: Path, *, update_golden: bool) -> None:
    """The messages, the HTML and the findings of a source are those that were looked at."""
    found = report(Source(path.name, path.read_text(encoding="utf-8")))
    golden = path.with_suffix(".expected")
    if update_golden:
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def report(source: Source) -> str:
    """Write down what becomes of a source."""
    outcome = read(source)
    assert outcome.value is not None
    messages = "\n".join(described(segment) for segment in outcome.value.segments)
    written = write(source, marked)
    meta = "".join(f"{key}: {value}\n" for key, value in written.meta.items())
    findings = "".join(f"{found}\n" for found in outcome.diagnostics) or "none\n"
    return f"## Messages\n\n{messages}\n\n## HTML\n\n{meta}{written.html}\n\n## Findings\n\n{findings}"


def described(segment: Segment) -> str:
    """Write a segment as a translator sees it."""
    lines = [f"line {segment.line}: {' › '.join((*segment.path, segment.kind))}"]
    lines += [f"  note: {note}" for note in segment.notes]
    lines += [f"  context: {segment.context}"] if segment.context else []
    lines += [f"  flags: {', '.join(segment.flags)}"] if segment.flags else []
    return "\n".join([*lines, *(f"  | {line}" for line in segment.text.split("\n"))])


def marked(segment: Segment) -> Rendition:
    """Translate a segment by its own text in brackets."""
    if segment.kind == "abbreviation":
        key, _, words = segment.text.partition("]: ")
        return Rendition(f"{key}]: «{words}»")
    return Rendition(f"«{segment.text}»")
