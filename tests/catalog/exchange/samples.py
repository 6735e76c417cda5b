"""Exchanges for the tests of files that go out and come back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from tests.catalog import making
from translate_pub.catalog.exchange import formats
from translate_pub.catalog.exchange.extracting import extract
from translate_pub.catalog.exchange.formats import Format
from translate_pub.catalog.exchange.unit import Address, Exchange, State, Unit, identify, stamp
from translate_pub.model.catalog import Catalog

TEXTS = {
    "The split": "پھوٹ",
    "They *voted* twice.[^1]": "انھوں نے دو بار *ووٹ* دیا۔[^1]",
    'See [the rules](rules.md){.more title="x--y"}.': "",
    "=1+1 is two": "=1+1 دو ہے",
    "Two  \nlines": "دو  \nسطریں",
    " spaces ": " جگہ ",
}  # fmt: skip

_UNUSUAL = " \t\n\r\x01\x0b\x1f=+-@'\"_x0041_<>&*;,\\“”\u200f\u202e\U0001f600پ\ufffe\u2028\x85\xa0"
_ANY = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
texts = st.text(st.one_of(st.sampled_from(_UNUSUAL), _ANY), max_size=12)
lines = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\n"), max_size=8)


@st.composite
def units(draw: st.DrawFn) -> Unit:
    """Make a unit as it goes out, of any texts that a catalogue can hold."""
    source, context, target = draw(texts.filter(bool)), draw(texts), draw(texts)
    states = [State.FUZZY, State.TRANSLATED, State.REVIEWED] if target else [State.UNTRANSLATED]
    state = draw(st.sampled_from(states))
    address = Address("ur", "handbook", draw(st.sampled_from(["03", "a chapter"])), identify(context, source))
    notes, comments = (tuple(draw(st.lists(lines, max_size=3))) for _ in range(2))
    exported = stamp(target, state, comments)
    previous = draw(texts) if state is State.FUZZY else ""
    return Unit(address, source, target, state, context, notes, comments, previous, exported)


def catalog() -> Catalog:
    """Make a catalogue with something of everything."""
    return making.catalog(TEXTS, fuzzy=("Two  \nlines",))


def exchange(made: Catalog | None = None) -> Exchange:
    """Make what is exported of a catalogue."""
    found, _ = extract([made or catalog()])
    return Exchange("en", "ur", found)


def write(form: Format, made: Exchange | None = None) -> bytes:
    """Write a file that can be written whole."""
    outcome = formats.write(form, made or exchange())
    assert outcome.value is not None
    assert not outcome.diagnostics
    return outcome.value


def read(data: bytes) -> tuple[Unit, ...]:
    """Read a file that can be read whole and without any finding."""
    outcome = formats.read(data, "file")
    assert outcome.value is not None, outcome.diagnostics
    assert not outcome.diagnostics
    return outcome.value.units


def codes(data: bytes) -> set[str]:
    """Read a file that something is wrong with, and return what."""
    return {found.code for found in formats.read(data, "file").diagnostics}


def translated(unit: Unit, target: str, state: State | None = State.TRANSLATED) -> Unit:
    """Return a unit as a translator fills it in."""
    return replace(unit, target=target, state=state)
