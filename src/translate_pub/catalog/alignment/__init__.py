"""A finished translation is laid beside its source, block by block."""
