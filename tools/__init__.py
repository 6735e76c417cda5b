"""Sets the project up, builds what is not committed, holds its measures; no part of the installed package."""
