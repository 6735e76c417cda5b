"""The text layer of complex scripts: what is searched for in a PDF, and copied from it.

WeasyPrint writes one code a glyph, and says of each glyph what characters it stands for. In scripts whose letters join,
stack or change places one glyph serves many letters and one letter takes many glyphs, so that no such table is right
(Kozea/WeasyPrint#2841). Here each character has a code of its own, in a private font whose glyphs are whole shaped
clusters: `shapes` numbers them, `program` makes the font, `reading` orders characters and sets marks so that readers of
PDF, which reorder text each in its own way, come back to the text as it was written; `drawing` stands between
WeasyPrint and these, and `merging` makes one font of those that the sections of a book came with.
"""
