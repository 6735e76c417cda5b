"""The figures of the sample books: what they show, and how it is drawn."""
