"""A book of pictures in two volumes, made up: its drawings, its plates, its text in English and in Urdu."""
