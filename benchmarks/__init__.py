"""Measurements against other tools, on material that is public and on the machine that runs them."""
