"""The command line: one short function a verb, exit codes, and the only error boundary."""

from __future__ import annotations

from translate_pub.cli.boundary import main

__all__ = ["main"]
