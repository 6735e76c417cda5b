"""An exchange as a translation memory (TMX): what is translated, with its identifiers as properties."""

from __future__ import annotations

from translate_pub.catalog.exchange import tmx
from translate_pub.catalog.exchange.findings import fail
from translate_pub.catalog.exchange.tmx import Pair
from translate_pub.catalog.exchange.unit import Address, Exchange, State, Unit
from translate_pub.model.diagnostic import Outcome

_VOUCHED = {State.TRANSLATED, State.REVIEWED}


def write(exchange: Exchange) -> Outcome[bytes]:
    """Write a memory of what is translated; what is fuzzy or has no translation is of no use to a memory and stays out.

    Raises:
        MachineError: the extra `exchange` is not installed.
    """
    pairs = (_pair(exchange, unit) for unit in exchange.units if unit.state in _VOUCHED)
    return Outcome(tmx.write(pairs, exchange.source_language))


def _pair(exchange: Exchange, unit: Unit) -> Pair:
    facts = {
        "x-address": str(unit.address or ""),
        "x-state": unit.state.value if unit.state else "",
        "x-context": unit.context,
        "x-exported": unit.exported,
    }
    props = [(name, text) for name, text in facts.items() if text]
    props += [("x-comment", line) for line in unit.comments]
    digest = unit.address.digest if unit.address else ""
    return Pair(unit.source, unit.target, exchange.source_language, exchange.language, digest, unit.notes, tuple(props))


def read(data: bytes, path: str) -> Outcome[Exchange]:
    """Read a memory that was exported from catalogues; one from elsewhere has no addresses and is refused.

    Raises:
        MachineError: the extra `exchange` is not installed.
    """
    outcome = tmx.read(data, path)
    pairs = outcome.value
    if pairs is None:
        return Outcome(None, outcome.diagnostics)
    units = tuple(_unit(pair) for pair in pairs)
    if units and not any(unit.address for unit in units):
        message = "the memory was not exported from here: its texts say nothing of their books"
        return Outcome(None, (fail("C167", message, path, None, "a memory from elsewhere serves `suggest`"),))
    source, language = (pairs[0].source_language, pairs[0].language) if pairs else ("", "")
    return Outcome(Exchange(source, language, units))


def _unit(pair: Pair) -> Unit:
    facts = dict(pair.props)
    state = next((one for one in State if one.value == facts.get("x-state")), None)
    return Unit(
        Address.parse(facts.get("x-address", "")),
        pair.source,
        pair.target,
        state,
        facts.get("x-context", ""),
        pair.notes,
        tuple(text for name, text in pair.props if name == "x-comment"),
        "",
        facts.get("x-exported", ""),
        f"unit {pair.identifier}",
        pair.line,
    )
