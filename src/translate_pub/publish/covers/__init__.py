"""Covers: measured, laid out as one sheet, held against what they need, and turned into pictures for shops."""
