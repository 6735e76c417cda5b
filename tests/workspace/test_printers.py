"""Printers' profiles: those of the tool, and what a workspace changes of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from tests.workspace.test_any_configuration import documents
from translate_pub.model.diagnostic import WorkspaceError
from translate_pub.model.printing import Binding, ColourMode, Edges, OutputCondition, PrinterProfile, Source, Standard
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import discovery, printers, schema, toml
from translate_pub.workspace.printer_tables import SHIPPED, UNSOURCED, PrinterTable

LAW = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NAMES = tuple(sorted({name.rsplit(".", 1)[-1] for name, _ in schema.describe(PrinterTable)}))
FILES = Path(printers.__file__).parent / "printers"


def write(workspace: Workspace, name: str, text: str) -> None:
    """Write a profile of the workspace's own."""
    folder = workspace.root / printers.FOLDER
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(text)


def loaded(workspace: Workspace | None, name: str) -> PrinterProfile:
    """Read a profile without mistakes."""
    outcome = printers.load(workspace, name)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def test_every_shipped_file_has_its_name_in_the_table() -> None:
    """The profiles that come with the tool are those that it names."""
    assert {file.stem for file in FILES.glob("*.toml")} == set(SHIPPED) == set(printers.names())


@pytest.mark.parametrize("name", SHIPPED)
def test_every_figure_has_a_source(name: str) -> None:
    """A shipped profile loads, and each of its keys says where it was read, or that it could not be found."""
    profile = loaded(None, name)
    values = toml.read((FILES / f"{name}.toml").read_text()).values
    wanted = {key for key in values if key not in UNSOURCED | {"papers"}}
    wanted |= {f"papers.{paper}" for paper in values["papers"]}
    assert set(values["sources"]) == set(profile.sources) == wanted
    for key, source in profile.sources.items():
        assert bool(source.address) == bool(source.read), key
        assert source.address or not source.verified, key
        assert source.read is None or dt.date(2026, 11, 1) <= source.read, key
    assert profile.title != name
    assert profile.papers
    assert profile.notes


def test_figures_that_decide_whether_a_file_is_taken() -> None:
    """What IngramSpark, KDP, Lulu and BoD say of their files is what their profiles say."""
    ingram, kdp, lulu, bod = (loaded(None, name) for name in ("ingramspark", "kdp", "lulu", "bod"))
    assert (ingram.standard, ingram.ink_limit, ingram.last_page_blank) == (Standard.X1A_2001, 240, True)
    assert ingram.condition == OutputCondition("CGATS TR 001", info="U.S. Web Coated (SWOP) v2", embedded=False)
    assert kdp.bleed == Edges(top=3.175, bottom=3.175, outer=3.175, inner=0)
    assert (kdp.largest_mb, kdp.marks, kdp.annotations, kdp.flat()) == (650, False, False, True)
    assert (lulu.margins.outer, lulu.bleed.inner) == (12.7, 3.175)
    assert (bod.bleed.inner, bod.bleed_everywhere, bod.least_pages) == (5, False, 24)
    assert bod.papers[0].most_pages == 900


@pytest.mark.parametrize(
    ("pages", "margin"),
    [(0, 9.525), (150, 9.525), (151, 12.7), (300, 12.7), (301, 15.875), (828, 22.225), (999, 22.225)],
)
def test_the_inner_margin_grows_with_the_pages(pages: int, margin: float) -> None:
    """The step that a number of pages falls on gives the margin; beyond the last step it stays."""
    assert loaded(None, "kdp").inner_margin(pages) == margin


def test_without_steps_the_inner_margin_is_the_least() -> None:
    """A printer without steps has one inner margin."""
    assert loaded(None, "lulu").inner_margin(500) == 17.78


def test_a_workspace_changes_some_keys(workspace: Workspace) -> None:
    """Keys over a shipped profile: tables are laid over tables, everything else stays, with its sources."""
    write(
        workspace, "kdp", 'based_on = "kdp"\nink_limit = 300\n[bleed]\ntop = 4\n[papers.mine]\npages_per_inch = 400\n'
    )
    shipped, changed = loaded(None, "kdp"), loaded(workspace, "kdp")
    assert changed.bleed == replace(shipped.bleed, top=4)
    assert changed.ink_limit == 300
    assert [paper.name for paper in changed.papers] == [*(paper.name for paper in shipped.papers), "mine"]
    own = Source("printers/kdp.toml", verified=True)
    assert {key for key, source in changed.sources.items() if source == own} == {"ink_limit", "bleed", "papers.mine"}
    same = {one.name for one in fields(PrinterProfile)} - {"bleed", "ink_limit", "papers", "sources"}
    assert all(getattr(changed, key) == getattr(shipped, key) for key in same)
    assert loaded(None, "kdp") == shipped


def test_a_workspace_sets_the_icc_profile(workspace: Workspace) -> None:
    """One key of the output condition can be set, which is all that most producers need."""
    write(
        workspace, "generic-offset-coated", 'based_on = "generic-offset-coated"\n[condition]\nprofile = "icc/p.icc"\n'
    )
    profile = loaded(workspace, "generic-offset-coated")
    assert profile.condition == OutputCondition(
        "FOGRA39", info="Coated FOGRA39 (ISO 12647-2:2004)", profile="icc/p.icc"
    )
    assert printers.icc_path(workspace, profile) == workspace.root / "icc" / "p.icc"
    assert printers.icc(workspace, profile) is None


def test_a_workspace_adds_a_printer(workspace: Workspace) -> None:
    """A whole profile of another name is one more printer; what it leaves out has the tool's defaults."""
    text = 'title = "Town Print"\nstandard = "plain"\ncolour = "spot"\nbindings = ["case"]\n'
    write(workspace, "townprint", f'{text}[spot]\nname = "PANTONE 485 C"\nmagenta = 95\nyellow = 100\n')
    assert printers.names(workspace) == (*SHIPPED, "townprint")
    profile = loaded(workspace, "townprint")
    assert (profile.title, profile.colour, profile.bindings) == ("Town Print", ColourMode.SPOT, (Binding.CASE,))
    assert profile.spot == ("PANTONE 485 C", (0.0, 0.95, 1.0, 0.0))
    assert profile.bleed == Edges(3, 3, 3, 3)
    assert profile.unverified == ()


def test_a_verified_source_of_a_workspace_is_kept(workspace: Workspace) -> None:
    """A workspace may say where its own figures were read."""
    source = 'ink_limit = { address = "https://example.org", read = 2026-11-22, verified = false }'
    write(workspace, "kdp", f'based_on = "kdp"\nink_limit = 300\n[sources]\n{source}\n')
    profile = loaded(workspace, "kdp")
    assert profile.sources["ink_limit"] == Source("https://example.org", dt.date(2026, 11, 22))
    assert "ink_limit" in profile.unverified


def test_an_unknown_printer_is_told() -> None:
    """A name that is none says which there are."""
    with pytest.raises(WorkspaceError, match="did you mean kdp"):
        printers.load(None, "kpd")


def test_a_link_out_of_the_workspace_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    """A profile that lies outside of the workspace is not read."""
    (tmp_path / "secret.toml").write_text('title = "x"')
    (workspace.root / "printers").mkdir()
    (workspace.root / "printers" / "x.toml").symlink_to(tmp_path / "secret.toml")
    assert [found.code for found in printers.load(workspace, "x").diagnostics] == ["B009"]


@pytest.mark.parametrize("data", [b"\x00", b"\xff\xfet\x00", b"", b"\xef\xbb\xbf", b"title = " + b"[" * 500])
def test_any_bytes(workspace: Workspace, data: bytes) -> None:
    """A file that is no text, or says nothing, is findings."""
    (workspace.root / "printers").mkdir()
    (workspace.root / "printers" / "x.toml").write_bytes(data)
    assert printers.load(workspace, "x").failed


@LAW
@given(text=documents(NAMES))
@example(text='based_on = ["kdp"]')
@example(text='based_on = "kdp"\npapers = 3\nsources = 4')
@example(text='based_on = "kdp"\npapers = {white = 3}\nsources = {white = 4, bleed = 5}')
@example(text='title="t"\nstandard="plain"\ncolour="grey"\npapers = {"" = {caliper_um = 100}}')
@example(text='title="t"\nstandard="plain"\ncolour="grey"\ninterior_name="{book.__class__}.pdf"')
@example(text='title="t"\nstandard="plain"\ncolour="grey"\ncover_name="{book!r:>999999999}.pdf"')
def test_any_profile(root: Path, text: str) -> None:
    """Any file is either a profile or findings that say why not."""
    workspace = discovery.find(root)
    (workspace.root / "printers").mkdir(exist_ok=True)
    (workspace.root / "printers" / "x.toml").write_text(text, encoding="utf-8")
    outcome = printers.load(workspace, "x")
    assert (outcome.value is None) == bool(outcome.diagnostics)
    assert all(found.span is not None and "\n" not in str(found) for found in outcome.diagnostics)
