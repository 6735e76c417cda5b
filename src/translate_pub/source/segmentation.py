"""Which rules sources are cut by; apart from the rules themselves, so that it is known without loading Markdown."""

from __future__ import annotations

VERSION = 1
"""Version of the rules by which sources are cut into messages. It is raised when a release of the tool cuts otherwise,
and catalogues of an older one must be carried over (`translate-pub migrate`)."""
