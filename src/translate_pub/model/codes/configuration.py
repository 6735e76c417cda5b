"""Codes of findings about the configuration."""

from __future__ import annotations

CONFIGURATION: dict[str, str] = {}
