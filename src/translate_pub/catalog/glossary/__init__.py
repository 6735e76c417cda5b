"""Glossaries as values: their tables, how their terms are found in a text, and what a book suggests for one."""
