"""Hatchling's hook: before a wheel or a source distribution is packed, make the fonts."""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class MadeFiles(BuildHookInterface):  # type: ignore[type-arg]  # hatchling asks for the bare class
    """Makes what a distribution carries and the repository does not."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's
        """Make the files where they are missing or stale.

        An editable installation takes those of the checkout, which the set-up makes in the sight of its user.

        Raises:
            FontSourceError: A font's source is not the pinned one.
        """
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from tools import make_fonts  # noqa: PLC0415 - found only once the root is on the path

        make_fonts.make(say=self.app.display_info)
