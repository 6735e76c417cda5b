"""Every check fires at the fault that it is for, and at nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from tests.preflight import faults_of_files, faults_of_paint, making
from tests.preflight.making import interior, paint
from tests.preflight.seeding import A2U, Fault
from translate_pub.model.codes.preflight import PREFLIGHT
from translate_pub.model.preflight import Job
from translate_pub.model.printing import Standard
from translate_pub.preflight.judging import Evidence
from translate_pub.workspace import ghostscript

FAULTS = (*faults_of_files.FAULTS, *faults_of_paint.FAULTS)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}-{fault.message[:30]}")
def test_a_fault_is_found(fault: Fault) -> None:
    """The fault has its code, its words and its page, and brings no other findings than those it cannot avoid."""
    pdf = interior()
    fault.change(pdf)
    job = replace(fault.job, profile=replace(fault.job.profile, ink_limit=None))
    judgement = making.judge(pdf, job)
    (found,) = (one for one in judgement.findings if one.code == fault.code and fault.message in one.message)
    assert fault.page is None or found.pages[0] == fault.page
    assert making.codes(judgement) <= {fault.code, *fault.also}


def encrypted(data: bytes) -> bytes:
    """Lock a file with a password."""
    with making.opened(data) as pdf:
        return making.saved(pdf, "1.6", encryption=pikepdf.Encryption(owner="o", user="u", R=4))


def restricted(data: bytes) -> bytes:
    """Lock a file without a password for reading."""
    with making.opened(data) as pdf:
        return making.saved(pdf, "1.6", encryption=pikepdf.Encryption(owner="o", R=4))


def compressed(data: bytes) -> bytes:
    """Pack a file as newer programs do."""
    with making.opened(data) as pdf:
        return making.saved(pdf, "1.5", object_stream_mode=pikepdf.ObjectStreamMode.generate)


BYTES: tuple[tuple[str, str, Callable[[bytes], bytes]], ...] = (
    ("P100", "the file is empty", lambda _: b""),
    ("P100", "is not a PDF", lambda _: b"\x89PNG\r\n" * 900),
    ("P100", "is damaged and cannot be read", lambda data: data[:600]),
    ("P101", "asks for a password", encrypted),
    ("P101", "printing or changing it is restricted", restricted),
    ("P102", "the printer takes 1 MB at most", lambda data: data + b"%" * 1_100_000),
    ("P103", "the file is damaged", lambda data: data.replace(b"startxref", b"startyref")),
    ("P123", "the file is PDF 1.5; X-1a:2003 is made of PDF 1.4", compressed),
    ("P129", "object streams", compressed),
)


@pytest.mark.parametrize(("code", "message", "change"), BYTES, ids=[f"{one[0]}-{one[1][:30]}" for one in BYTES])
def test_a_fault_of_the_file_is_found(code: str, message: str, change: Callable[[bytes], bytes]) -> None:
    """What is wrong with the bytes is told, and nothing is raised."""
    judgement = making.judge(change(making.saved(interior())))
    assert any(one.code == code and message in one.message for one in judgement.findings)
    assert judgement.failed


def test_too_much_ink_is_found() -> None:
    """A square of 320 % has a finding with its place; smaller than a square millimetre it has none."""
    pdf = interior()
    paint(pdf, ".8 .8 .8 .8 k 100 100 20 20 re f")
    paint(pdf, ".8 .8 .8 .8 k 100 100 1 1 re f", 2)
    data = making.saved(pdf)
    judgement = making.judge(data, evidence=Evidence(ghostscript.rasters(data)))
    (found,) = judgement.findings
    assert (found.code, found.pages) == ("P134", (1,))
    assert found.message == "320 % of ink lie on a spot; the printer takes 240 %"
    rect = found.places[0].rect
    assert rect is not None
    assert (rect.left, rect.bottom) == pytest.approx((100, 100), abs=2)
    assert (rect.width, rect.height) == pytest.approx((20, 20), abs=2)


def test_what_verapdf_says_is_found() -> None:
    """An objection of veraPDF's is an error."""
    said = ("ISO 19005-2:2011 6.2.11.7: Unicode is missing (3 times)",)
    judgement = making.judge(making.interior(Standard.A2U), A2U, Evidence((), said))
    (found,) = (one for one in judgement.findings if one.code == "P149")
    assert found.message == f"veraPDF: {said[0]}"


COVERS: tuple[tuple[str, str, float, str, Job], ...] = (
    ("P114", "a cover is one page", 210, "pages", making.COVER),
    (
        "P143",
        "text stands within 4 mm of the trim at the foot",
        210,
        "0 0 0 1 k BT /F 10 Tf 380 22 Td <0002> Tj ET",
        making.COVER,
    ),
    ("P146", "205 mm wide between its trims, not 210 mm: 200 pages make a spine of 10 mm", 205, "", making.COVER),
    ("P146", "the printer binds 2 mm at least", 201, "", replace(making.COVER, pages=20)),
    ("P147", "text stands in the zone", 210, "0 0 0 1 k BT /F 10 Tf 200 60 Td <0002> Tj ET", making.COVER),
    (
        "P148",
        "the printer allows it from 80 pages on",
        203.5,
        "0 0 0 1 k BT 0 -8 8 0 294 250 Tm /F 1 Tf <0002> Tj ET",
        replace(making.COVER, pages=70),
    ),
    ("P148", "leaves 1.1 mm to a fold", 210, "0 0 0 1 k BT 0 -20 20 0 299.2 250 Tm /F 1 Tf <0002> Tj ET", making.COVER),
)


@pytest.mark.parametrize(("code", "message", "width", "stream", "job"), COVERS, ids=[one[1][:30] for one in COVERS])
def test_a_fault_of_a_cover_is_found(code: str, message: str, width: float, stream: str, job: Job) -> None:
    """A cover is held against the book that it goes round."""
    pdf = making.cover(width)
    if stream == "pages":
        pdf.pages.append(pdf.pages[0])
    else:
        paint(pdf, stream)
    judgement = making.judge(pdf, job)
    assert {one.code for one in judgement.findings if message in one.message} == {code}
    assert making.codes(judgement) == {code}


def test_every_code_has_a_fault() -> None:
    """No check is without a file that proves it."""
    seeded = (
        {fault.code for fault in FAULTS} | {one[0] for one in BYTES} | {one[0] for one in COVERS} | {"P134", "P149"}
    )
    assert {code for code in PREFLIGHT if code < "P160"} == seeded
