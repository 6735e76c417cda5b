"""Codes of findings about the laid-out pages."""

from __future__ import annotations

PAGES: dict[str, str] = {}
