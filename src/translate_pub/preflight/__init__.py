"""Preflight: a finished PDF held against a printer's profile and its edition, by reading the file and nothing else."""
