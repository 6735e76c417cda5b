"""How far the tool's own words are in a language."""

from __future__ import annotations

from translate_pub.checks import progress
from translate_pub.edition import furniture
from translate_pub.model.catalog import Catalog
from translate_pub.model.diagnostic import Outcome
from translate_pub.model.progress import Progress
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import catalogs


def measure(workspace: Workspace, language: str) -> Outcome[Progress]:
    """Measure the tool's own words in a language; no value where the workspace's catalogue of them is refused.

    Raises:
        WorkspaceError: that file is there and cannot be read.
    """
    read = catalogs.read_furniture(workspace, language)
    if read is None:
        return Outcome(progress_of(language, None))
    return Outcome(progress_of(language, read.value) if read.value else None, read.diagnostics)


def progress_of(language: str, override: Catalog | None) -> Progress:
    """Measure the words in a language, with those of the workspace's own."""
    words = furniture.catalog(language, override)
    return progress.measure_furniture(words, override, furniture.template())
