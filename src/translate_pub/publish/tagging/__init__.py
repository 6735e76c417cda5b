"""Tags: what the pages of a screen edition say of their structure to those who do not see them (ISO 14289-1).

`marking` lets WeasyPrint tell of every part of its pages which element of the HTML it comes from; `reading` makes one
tree of it, in which what the turn of a page has parted is one again; `joining` writes the tree of the whole book.
"""
