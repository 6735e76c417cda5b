"""Large catalogues go out and come back in bounded time and memory."""

from __future__ import annotations

import resource
import subprocess
import sys
import time

import pytest

from tests.catalog import making
from translate_pub.catalog.exchange import formats, merging
from translate_pub.catalog.exchange.extracting import extract
from translate_pub.catalog.exchange.formats import Format
from translate_pub.catalog.exchange.unit import Exchange

MESSAGES = {**dict.fromkeys(Format, 100_000), Format.DOCX: 20_000}
SECONDS = 150
"""Of the processor, there and back; the slowest, XLSX, takes 40 on a desk of 2024."""
MEGABYTES = 1200


@pytest.mark.slow
@pytest.mark.parametrize("form", list(Format))
def test_a_hundred_thousand_messages_there_and_back(form: Format) -> None:
    """Writing, reading and merging a catalogue of that size ends in time, and needs less than a gigabyte or so."""
    code = "import sys; from tests.catalog.exchange import test_speed; test_speed.there_and_back(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, form.value], check=True)


def there_and_back(name: str) -> None:
    """Do it in a process of its own, whose memory can be measured."""
    form = Format(name)
    sentence = "The split of the party was voted upon by workers who came from every part of the country."
    texts = {f"{number}. {sentence}": sentence for number in range(MESSAGES[form])}
    made = making.catalog(texts)
    start = time.process_time()
    data = formats.write(form, Exchange("en", "ur", extract([made])[0])).value
    assert data is not None
    read = formats.read(data, "file").value
    assert read is not None
    arrived = merging.merge([made], read.units, merging.Arrival("file", making.NOW.date()))
    assert arrived.tally.same == len(texts)
    assert time.process_time() - start < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < MEGABYTES * 1024
