"""Codes of findings about the edition."""

from __future__ import annotations

EDITION: dict[str, str] = {}
