"""A book in one language: translated text, the tool's own words, typography, HTML sections and their theme."""
