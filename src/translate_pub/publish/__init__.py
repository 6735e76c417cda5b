"""Sections laid out, numbered and assembled: from an edition's HTML to the bytes of a publication.

The only floor that knows WeasyPrint (through `engine`, on first use) and pikepdf.
"""
