"""Whatever a file is, it is judged: nothing is raised, and nothing takes forever."""

from __future__ import annotations

import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, Pdf

from tests.preflight import making, seeding
from tests.preflight.making import interior, paint
from translate_pub.model.preflight import Judgement
from translate_pub.preflight import document, pictures


@pytest.fixture(scope="module")
def plain() -> bytes:
    """Give a small sound file whose streams are not packed, so that a change meets what it says."""
    return making.saved(interior(pages=4), compress_streams=False)


EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12)), min_size=1, max_size=6)
"""Where in a file, how many bytes are lost there, and what is put in their place."""


@settings(max_examples=30)
@given(edits=EDITS)
def test_a_changed_file_is_judged(plain: bytes, edits: list[tuple[float, int, bytes]]) -> None:
    """Bytes that are lost, changed or put in give findings and never an error, and pictures can be tried."""
    changed = bytearray(plain)
    for part, lost, put in edits:
        place = int(part * len(changed))
        changed[place : place + lost] = put
    judgement = making.judge(bytes(changed))
    assert isinstance(judgement, Judgement)
    pictures.draw(bytes(changed), judgement.findings[:2])


def test_a_form_in_itself_is_judged() -> None:
    """A circle of forms ends, and is told."""
    pdf = interior()
    resources = seeding.form(pdf, "/Fo Do")
    made = resources["XObject"]["/Fo"]
    made.Resources = Dictionary(XObject=Dictionary(Fo=made))
    paint(pdf, "/Fo Do", **resources)
    (found,) = making.judge(pdf).findings
    assert (found.code, found.pages) == ("P104", (1,))


def test_a_tree_of_forms_that_grows_by_doubling_is_judged() -> None:
    """Forms that call each other twice do not take time without end."""
    pdf = interior()
    inner: Object = pdf.make_stream(b"0 0 5 5 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    for _ in range(22):
        outer = pdf.make_stream(b"/A Do /A Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        outer.Resources = Dictionary(XObject=Dictionary(A=inner))
        inner = outer
    paint(pdf, "/Bomb Do", XObject=Dictionary(Bomb=inner))
    start = time.monotonic()
    judgement = making.judge(pdf)
    assert time.monotonic() - start < 30
    assert "P104" in making.codes(judgement)


def test_a_stream_that_unpacks_to_gigabytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page whose content unpacks to more than is allowed has a finding."""
    monkeypatch.setattr(document, "MOST_UNPACKED", 3_000_000)
    pdf = interior()
    packer = zlib.compressobj(9)
    packed = packer.compress(b" " * 4_000_000) + packer.flush()
    bomb = Pdf.make_stream(pdf, packed)
    bomb.write(packed, filter=Name.FlateDecode)
    pdf.pages[0].obj.Contents = bomb
    judgement = making.judge(pdf)
    assert {"P104", "P103"} & making.codes(judgement)


@pytest.mark.parametrize("value", [Name.Nothing, Array([]), Dictionary(), 7, Array([Name.Indexed]), Array([1, 2])])
def test_resources_of_the_wrong_kind_are_judged(value: Object) -> None:
    """A font, space, image, pattern or state that is none is told or left alone."""
    kinds = ("ColorSpace", "ExtGState", "Font", "Pattern", "Shading", "XObject")
    for kind in kinds:
        pdf = interior()
        paint(
            pdf,
            "/X cs /X gs /X sh /X Do /Pattern cs /X scn 9 9 9 9 re f BT /X 9 Tf (a) Tj ET",
            **{kind: Dictionary(X=value)},
        )
        assert making.judge(pdf).pages == making.PAGES
