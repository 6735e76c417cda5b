"""The composition of the pages, read from the file: lines, paragraphs, heads and folios, held against the edition."""
