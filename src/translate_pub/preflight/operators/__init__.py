"""The operators of page content (ISO 32000-1, annex A), a module a kind, each a function of a hand and its operands."""
