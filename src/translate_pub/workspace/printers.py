"""The printers' profiles: those of the tool, changed and added to by `printers/<name>.toml` of the workspace."""

from __future__ import annotations

import copy
import functools
import string
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec

from translate_pub.model.diagnostic import ConfigurationError, Diagnostic, Outcome, Severity, Span, WorkspaceError
from translate_pub.model.printing import (
    BarcodeZone,
    Binding,
    CaseMeasures,
    ColourMode,
    Edges,
    OutputCondition,
    Paper,
    PrinterProfile,
    Source,
    Spine,
    Standard,
)
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import files, toml
from translate_pub.workspace.findings import Findings, allowed, did_you_mean, key_name, quoted
from translate_pub.workspace.printer_tables import SHIPPED, UNSOURCED, PrinterTable
from translate_pub.workspace.schema import fit
from translate_pub.workspace.text import decode

FOLDER = "printers"
"""The workspace's own profiles, below its root."""
PLACEHOLDERS = ("book", "language", "printer", "isbn", "volume")
"""What may stand in braces in the name of a file."""
_SUFFIX = ".toml"
_BINDINGS = tuple(binding.value for binding in Binding)

Values = dict[str, Any]
"""What a TOML file says."""


def names(workspace: Workspace | None = None) -> tuple[str, ...]:
    """Return the names of all profiles: those of the tool, then those that the workspace adds."""
    own = (path.stem for path in sorted((workspace.root / FOLDER).glob(f"*{_SUFFIX}"))) if workspace else ()
    return tuple(dict.fromkeys((*SHIPPED, *own)))


def load(workspace: Workspace | None, name: str) -> Outcome[PrinterProfile]:
    """Read a profile; with mistakes in the workspace's file there is none, only what was found.

    A file of the workspace takes the place of the shipped profile of that name. With `based_on` it says only what is
    different: its tables are laid over those of the shipped one, key by key; its lists take the place of theirs.

    Raises:
        WorkspaceError: there is no profile of that name, or its file cannot be read.
    """
    path = f"{FOLDER}/{name}{_SUFFIX}"
    data = files.read(workspace.root / path) if workspace and name in names(workspace) else None
    if workspace is None or data is None:
        return Outcome(_shipped(name))
    if not files.inside(workspace.root, path):
        message = f"{path} is a link that leads out of the workspace"
        return Outcome(None, (Diagnostic("B009", Severity.ERROR, message, Span(path)),))
    try:
        findings = _parse(data, path)
    except ConfigurationError as error:
        return Outcome(None, error.diagnostics)
    profile = _own(name, findings)
    return Outcome(None if findings.found else profile, findings.gathered())


@functools.cache
def _shipped(name: str) -> PrinterProfile:
    """Read a profile that comes with the tool.

    Raises:
        WorkspaceError: there is none of that name.
    """
    findings = Findings(name, toml.Document(_shipped_values(name), {}))
    profile = _profile(name, findings.document.values, findings)
    if findings.found:
        message = f"the profile {name} of the tool has mistakes"
        raise ConfigurationError(message, findings.gathered())
    return replace(profile, sources=_sources(findings.document.values, profile, ""))


@functools.cache
def _shipped_values(name: str) -> Values:
    if name not in SHIPPED:
        near = did_you_mean(name, SHIPPED)
        parts = (f"there is no printer {quoted(name)}", near, f"printers: {', '.join(SHIPPED)}")
        raise WorkspaceError("; ".join(part for part in parts if part))
    text = resources.files("translate_pub.workspace").joinpath(FOLDER, f"{name}{_SUFFIX}").read_text("utf-8")
    return toml.read(text).values


def _parse(data: bytes, path: str) -> Findings:
    """Read a TOML file, with the mistakes of its syntax found.

    Raises:
        ConfigurationError: it is not text.
    """
    text = decode(data, path)
    if text.value is None:
        message = f"{path} is not text"
        raise ConfigurationError(message, text.diagnostics)
    findings = Findings(path, toml.read(text.value))
    for mistake in findings.document.mistakes:
        findings.found.append(Diagnostic("B001", Severity.ERROR, mistake.message, Span(path, mistake.line)))
    return findings


def _own(name: str, findings: Findings) -> PrinterProfile:
    """Make the profile of a file of the workspace, over the shipped one that it is based on."""
    own = findings.document.values
    base = own.get("based_on")
    if base is not None and base not in SHIPPED:
        # The choices of the key tell that it is wrong; with some base the rest of the file can be looked at.
        base = SHIPPED[0]
    under = _shipped_values(base) if isinstance(base, str) else {}
    profile = _profile(name, _laid_over(own, under), findings)
    if findings.found:
        return profile
    read = _shipped(base).sources if isinstance(base, str) else {}
    return replace(profile, sources=read | _sources(own, profile, findings.path))


def _laid_over(own: Mapping[str, Any], under: Mapping[str, Any]) -> Values:
    """Lay tables over tables, key by key; anything else takes the place of what was there."""
    merged = copy.deepcopy(dict(under))
    for key, value in own.items():
        below = merged.get(key)
        merged[key] = _laid_over(value, below) if isinstance(value, dict) and isinstance(below, dict) else value
    return merged


def _sources(values: Values, profile: PrinterProfile, path: str) -> dict[str, Source]:
    """Tell where each figure of a file was read: as the file says, or, in the workspace's, that it says so itself."""
    keys = [key for key in values if key not in UNSOURCED and key != "papers"]
    keys += [f"papers.{paper.name}" for paper in profile.papers if paper.name in values.get("papers", {})]
    otherwise = Source(path, verified=True) if path else Source()
    told = values.get("sources", {})
    return {key: Source(**told[key]) if key in told else otherwise for key in keys}


def _profile(name: str, values: Values, findings: Findings) -> PrinterProfile:
    """Make a profile of its keys, finding what is wrong with them."""
    table = fit(values, PrinterTable, findings)
    told = {key: value for key, value in _told(table).items() if key not in {"based_on", "sources"}}
    profile = PrinterProfile(
        **{
            "name": name,
            "title": name,
            "standard": Standard.PLAIN,
            "colour": ColourMode.GREY,
            **{key: _MAKERS.get(key, _same)(value) for key, value in told.items() if key != "bindings"},
        }
    )
    bindings = _bindings(table.bindings or (), findings)
    profile = replace(profile, bindings=bindings) if bindings else profile
    _check(profile, table, findings)
    return profile


def _told(table: msgspec.Struct) -> Values:
    """Return the keys that a table has, tables below it as dictionaries."""
    return {key: _plain(value) for key, value in msgspec.structs.asdict(table).items() if value is not None}


def _plain(value: Any) -> Any:  # noqa: ANN401  # what a key holds
    if isinstance(value, msgspec.Struct):
        return _told(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _same(value: Any) -> Any:  # noqa: ANN401  # what a key holds
    return value


def _papers(value: Mapping[str, Values]) -> tuple[Paper, ...]:
    return tuple(Paper(name, **told) for name, told in value.items())


def _gutters(value: Iterable[Values]) -> tuple[tuple[int, float], ...]:
    return tuple((step.get("pages", 0), step.get("mm", 0.0)) for step in value)


def _spot(value: Values) -> tuple[str, tuple[float, ...]]:
    return value.get("name", ""), tuple(value[ink] / 100 for ink in ("cyan", "magenta", "yellow", "black"))


def _barcode(value: Values) -> BarcodeZone:
    return BarcodeZone(**{"width_mm": 0.0, "height_mm": 0.0, "from_foot_mm": 0.0, "from_spine_mm": 0.0} | value)


_MAKERS: dict[str, Any] = {
    "standard": Standard,
    "cover_standard": Standard,
    "colour": ColourMode,
    "cover_colour": ColourMode,
    "condition": lambda value: OutputCondition(**{"identifier": ""} | value),
    "spot": _spot,
    "bleed": lambda value: Edges(**value),
    "margins": lambda value: Edges(**value),
    "gutters": _gutters,
    "papers": _papers,
    "spine": lambda value: Spine(**value),
    "barcode": _barcode,
    "case": lambda value: CaseMeasures(**value),
}
"""Key -> what makes its value of what the table holds; the others are as they are."""


def _bindings(written: Iterable[str], findings: Findings) -> tuple[Binding, ...]:
    """Return the bindings that there are, finding those that there are not."""
    known = []
    for place, word in enumerate(written):
        key: toml.Path = ("bindings", place)
        if word in _BINDINGS:
            known.append(Binding(word))
        elif word:
            message = f"{key_name(key)} is {quoted(word)}"
            findings.error("B005", key, message, did_you_mean(word, _BINDINGS), allowed(_BINDINGS))
    return tuple(known)


def _check(profile: PrinterProfile, table: PrinterTable, findings: Findings) -> None:
    """Find figures that cannot all be true, sources of nothing, and names of files that are none."""
    _check_figures(profile, findings)
    for paper in profile.papers:
        _check_paper(paper, findings)
    for told in table.sources or {}:
        if told.split(".")[0] not in PrinterTable.__struct_fields__:
            near = did_you_mean(told, PrinterTable.__struct_fields__)
            findings.error("B002", ("sources", told), f"the key {quoted(told)} is not known, and has no source", near)
    for key, written in (("interior_name", table.interior_name), ("cover_name", table.cover_name)):
        if written is not None:
            _check_name(written, (key,), findings)


def _check_figures(profile: PrinterProfile, findings: Findings) -> None:
    steps = [pages for pages, _ in profile.gutters]
    if steps != sorted(set(steps)):
        findings.error("B024", ("gutters",), "the steps of gutters are not in rising order of pages")
    if profile.most_pages is not None and profile.most_pages < profile.least_pages:
        message = f"least_pages is {profile.least_pages}, more than most_pages, {profile.most_pages}"
        findings.error("B024", ("least_pages",), message)
    if not profile.least_ppi <= profile.wanted_ppi <= profile.most_ppi:
        message = "least_ppi, wanted_ppi and most_ppi are not in rising order"
        findings.error("B024", ("wanted_ppi",), message)
    if ColourMode.SPOT in {profile.colour, profile.cover_colour} and profile.spot is None:
        findings.error("B024", ("colour",), "colour is spot, and [spot] does not say which ink", 'name = "PANTONE ..."')
    if profile.standard.for_print and profile.condition is None:
        message = f"{profile.standard.value} needs an output condition, and there is no [condition]"
        findings.error("B024", ("standard",), message, 'for example identifier = "FOGRA39"')


def _check_paper(paper: Paper, findings: Findings) -> None:
    key: toml.Path = ("papers", paper.name)
    if not (paper.caliper_um or paper.pages_per_inch or paper.grams_per_m2):
        hint = "wanted: caliper_um, pages_per_inch, or grams_per_m2 with volume"
        findings.error("B024", key, f"{key_name(key)} does not say how thick it is", hint)
    if paper.most_pages is not None and paper.most_pages < paper.least_pages:
        message = f"least_pages of {key_name(key)} is {paper.least_pages}, more than most_pages, {paper.most_pages}"
        findings.error("B024", (*key, "least_pages"), message)


def _check_name(written: str, key: toml.Path, findings: Findings) -> None:
    """Find the name of a file that could not be written, or that has something else in braces."""
    hint = f"allowed in braces: {', '.join(PLACEHOLDERS)}"
    try:
        fields = [field for _, field, form, _ in string.Formatter().parse(written) if field is not None or form]
    except ValueError:
        findings.error("B005", key, f"{key_name(key)} is {quoted(written)}, whose braces do not match", hint)
        return
    for field in fields:
        if field not in PLACEHOLDERS:
            message = f"{key_name(key)} is {quoted(written)}; nothing is known of {{{field}}}"
            findings.error("B005", key, message, did_you_mean(str(field), PLACEHOLDERS), hint)
    if not written.endswith(".pdf") or any(sign in written for sign in '/\\:\0*?"<>|') or written.startswith("."):
        findings.error("B005", key, f"{key_name(key)} is {quoted(written)}, which is no name of a PDF", hint)


def icc(workspace: Workspace, profile: PrinterProfile) -> bytes | None:
    """Read the ICC profile that a printer's profile names; None where it names none or there is none.

    Raises:
        WorkspaceError: it is there and cannot be read.
    """
    place = icc_path(workspace, profile)
    return files.read(place) if place else None


def icc_path(workspace: Workspace, profile: PrinterProfile) -> Path | None:
    """Return where the ICC profile of a printer's profile is said to be; None where it names none."""
    written = profile.condition.profile if profile.condition else ""
    return workspace.root / written if written else None
