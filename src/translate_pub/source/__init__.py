"""Markdown to segments and back: the one walk that both extraction and translation take."""
