"""How the tool's own catalogues are compiled."""

from __future__ import annotations

import gettext
from pathlib import Path

from tools import compile_catalogs

PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: sv\\n"

msgid "Contents"
msgstr "Innehåll"
"""


def test_a_catalogue_is_compiled_beside_itself(tmp_path: Path) -> None:
    """Python's gettext reads what was compiled."""
    folder = tmp_path / "sv" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "furniture.po").write_text(PO, encoding="utf-8")
    assert compile_catalogs.compile_all(tmp_path) == (folder / "furniture.mo",)
    assert gettext.translation("furniture", tmp_path, ["sv"]).gettext("Contents") == "Innehåll"


def test_a_compiled_catalogue_is_left_alone(tmp_path: Path) -> None:
    """A second run writes nothing."""
    folder = tmp_path / "sv" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "furniture.po").write_text(PO, encoding="utf-8")
    compile_catalogs.compile_all(tmp_path)
    assert compile_catalogs.compile_all(tmp_path) == ()
