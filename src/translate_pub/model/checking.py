"""What a workspace, a book or an edition says of the findings about its translations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LEVELS = ("off", "note", "warning", "error")
"""How much a finding may be made to matter."""


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """`[checks]` of a configuration file."""

    allow: tuple[str, ...] = ()
    """Codes of findings that are right here."""
    levels: Mapping[str, str] = field(default_factory=dict)
    """Code -> one of `LEVELS`, where it is not the usual one."""

    def and_then(self, narrower: CheckSettings) -> CheckSettings:
        """Return both settings; where they differ, what the narrower one says (the book's, the edition's) holds."""
        allowed = [code for code in self.allow if code not in narrower.levels]
        levels = {code: level for code, level in self.levels.items() if code not in narrower.allow}
        return CheckSettings((*allowed, *narrower.allow), {**levels, **narrower.levels})


NOTHING_ALLOWED = CheckSettings()
"""What a book says that says nothing."""
