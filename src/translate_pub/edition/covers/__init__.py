"""Covers: what stands on them in an edition's language, as HTML for one sheet, and the guides of a template."""
