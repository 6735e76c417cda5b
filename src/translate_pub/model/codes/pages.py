"""Codes of findings about the laid-out pages."""

from __future__ import annotations

PAGES: dict[str, str] = {
    "P001": "A character is in no font",
    "P002": "A resource lies outside the workspace",
    "P003": "An element that embeds other files is left out",
    "P004": "An image is missing",
    "P005": "An image cannot be read",
    "P006": "An image is too small for its size in print",
    "P007": "A footnote is lost or cut off",
    "P008": "A footnote stands on a later page than its call",
    "P009": "The page numbers do not settle",
    "P010": "A link leads nowhere",
    "P011": "The layout engine complains",
    "P012": "A font cannot be had",
    "P013": "The pages cannot be assembled",
    "P014": "Text or an image runs over the margin",
    "P020": "Colours are converted without the press's profile",
    "P021": "Something can be seen through, where the standard forbids it",
    "P022": "The standard does not take a font",
    "P023": "The press's profile cannot be used",
    "P024": "The bleed is too small",
    "P025": "Something cannot be converted to the colours of the press",
    "P026": "A picture was laid on white",
    "P070": "A file cannot be put on sheets because it cannot be read",
    "P071": "The pages do not fit the sheet",
    "P072": "The pages are not all of one size",
}
"""Code -> title; a code is never used again for another finding."""
