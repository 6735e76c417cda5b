"""The index of a book: marks in its text become entries, entries a section sorted as the edition's language sorts.

`marks` reads what a mark says, `entries` gathers marks into headings with sub-entries, `leaf` writes the section. The
numbers of its pages are filled in when the pages are known, and run together then (`publish.locators`).
"""
