"""Configuration, files, clock and worker pools: the only floor that touches the outside."""
