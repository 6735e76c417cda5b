"""Run Python-Markdown's own suite and keep every document that it converts, with the settings: a program of its own.

python capture.py FOLDER_OF_THE_SOURCE_DISTRIBUTION FILE_TO_WRITE
"""

from __future__ import annotations

import contextlib
import copy
import io
import os
import pickle
import sys
import unittest
from pathlib import Path
from typing import Any

import markdown


def main(folder: Path, target: Path) -> None:
    """Run the suite and write the cases, one pickle each, so that one that cannot be read again costs only itself."""
    cases: dict[bytes, None] = {}
    _record(cases)
    os.chdir(folder)
    sys.path.append(str(folder))
    with Path(os.devnull).open("w", encoding="utf-8") as silent:
        unittest.TextTestRunner(stream=silent).run(unittest.defaultTestLoader.discover("tests", top_level_dir="."))
    target.write_bytes(pickle.dumps(list(cases)))


class _Pickler(pickle.Pickler):
    """Refuses classes and functions of the suite, which cannot be had elsewhere."""

    def reducer_override(self, thing: Any) -> Any:  # noqa: ANN401 - whatever stands in the settings
        """Leave everything else to the ordinary rules."""
        if str(getattr(thing, "__module__", "")).partition(".")[0] == "tests":
            raise pickle.PicklingError
        return NotImplemented


def _pickled(thing: object) -> bytes:
    out = io.BytesIO()
    _Pickler(out).dump(thing)
    return out.getvalue()


def _record(cases: dict[bytes, None]) -> None:
    build, convert = markdown.Markdown.__init__, markdown.Markdown.convert

    def recording_build(self: Any, **settings: Any) -> None:  # noqa: ANN401 - a parser with an attribute of ours
        try:
            self.recorded = copy.deepcopy(settings)
        except TypeError:
            self.recorded = None
        build(self, **settings)

    def recording_convert(self: Any, source: str) -> str:  # noqa: ANN401 - a parser with an attribute of ours
        if self.recorded is not None and isinstance(source, str):
            with contextlib.suppress(AttributeError, TypeError, pickle.PicklingError):
                cases[_pickled((self.recorded, source))] = None
        return convert(self, source)

    setattr(markdown.Markdown, "__init__", recording_build)  # noqa: B010 - mypy refuses to assign to a method
    setattr(markdown.Markdown, "convert", recording_convert)  # noqa: B010 - mypy refuses to assign to a method


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
