"""Codes of findings about the source."""

from __future__ import annotations

SOURCE: dict[str, str] = {}
