"""Codes of findings about the catalog."""

from __future__ import annotations

CATALOG: dict[str, str] = {}
