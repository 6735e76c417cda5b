"""Where catalogues, templates and claims lie, relative to the workspace's root.

Folders are those of GNU gettext: `locales/pt_BR/LC_MESSAGES/<book>/<chapter>.po`, and for templates
`locales/templates/<book>/<chapter>.pot`.
"""

from __future__ import annotations

from translate_pub.model.catalog import FURNITURE
from translate_pub.model.language import locale_name
from translate_pub.model.workspace import Workspace


def catalog_folder(workspace: Workspace, language: str) -> str:
    """Return the folder of a language's catalogues."""
    return f"{workspace.settings.catalogs}/{locale_name(language)}/LC_MESSAGES"


def catalog_path(workspace: Workspace, book: str, language: str, chapter: str) -> str:
    """Return the path of a chapter's catalogue, relative to the workspace's root."""
    return f"{catalog_folder(workspace, language)}/{book}/{chapter}.po"


def furniture_path(workspace: Workspace, language: str) -> str:
    """Return the path of the catalogue in which a language's furniture is overridden."""
    return f"{catalog_folder(workspace, language)}/{FURNITURE}.po"


def template_path(workspace: Workspace, book: str, chapter: str) -> str:
    """Return the path of a chapter's template."""
    return f"{workspace.settings.catalogs}/templates/{book}/{chapter}.pot"


def furniture_template_path(workspace: Workspace) -> str:
    """Return the path of the furniture's template."""
    return f"{workspace.settings.catalogs}/templates/{FURNITURE}.pot"


def claims_folder(workspace: Workspace, language: str) -> str:
    """Return the folder of what has been taken on in a language."""
    return f"{workspace.settings.catalogs}/{locale_name(language)}/claims"


def claim_path(workspace: Workspace, language: str, book: str, chapter: str) -> str:
    """Return the path of the claim to a chapter."""
    return f"{claims_folder(workspace, language)}/{book}/{chapter}.toml"
