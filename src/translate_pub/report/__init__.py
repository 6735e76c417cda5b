"""Findings, status and progress as text for a terminal and as JSON."""
