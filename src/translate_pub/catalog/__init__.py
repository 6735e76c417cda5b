"""Catalogues: templates made of segments, PO files read and written with every byte kept, and their update."""
