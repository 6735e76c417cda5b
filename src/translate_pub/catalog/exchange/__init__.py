"""Catalogues as the files of other programs, and back: XLIFF, TMX, CSV, XLSX and a table in Word.

The only door to Translate Toolkit, openpyxl and python-docx, which only the extra `exchange` installs.
"""
