"""Markdown books to gettext catalogues to print-ready editions in any language."""

from __future__ import annotations

__version__ = "0.1.0"
