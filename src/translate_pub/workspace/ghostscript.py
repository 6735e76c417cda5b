"""The only door to Ghostscript: a program beside ours, which makes pictures of pages in the four inks."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from translate_pub.preflight.raster import Raster

PROGRAM = "gs"
RESOLUTION = 60
"""Pixels an inch: a pixel is 0.42 mm, and ink is counted on areas of a square millimetre."""
PATIENCE = 120.0
"""Seconds for a page; then the program is taken to hang."""
_MOST_PIXELS = 50_000_000
_DEVICE = "pamcmyk32"
"""Eight bits an ink, as a stream of pages: the same pixels as of tiff32nc, without files (Ghostscript, Devices.htm)."""
_HEADER = 400
"""Bytes in which the header of a picture ends."""


def version() -> str | None:
    """Return the program's version; None where there is none."""
    found = shutil.which(PROGRAM)
    if found is None:
        return None
    asked = subprocess.run((found, "--version"), check=False, capture_output=True, timeout=PATIENCE)
    return asked.stdout.decode(errors="replace").strip() if asked.returncode == 0 else None


def rasters(data: bytes, resolution: int = RESOLUTION) -> Iterator[Raster]:
    """Give the pages of a PDF as pictures in the four inks, in order, while they are made.

    It ends early where the program stops: at a page that it cannot draw, or that it takes too long for.

    Args:
        data: the file.
        resolution: pixels an inch.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        return
    with tempfile.TemporaryDirectory(prefix="translate-pub-") as folder:
        Path(folder, "pages.pdf").write_bytes(data)
        with _running(program, folder, resolution) as pages:
            while (raster := _next(pages)) is not None:
                yield raster


@contextmanager
def _running(program: str, folder: str, resolution: int) -> Iterator[IO[bytes]]:
    """Run the program and give what it writes; it is ended when nobody reads on."""
    command = (
        program,
        "-q",
        "-dSAFER",
        "-dNOPAUSE",
        "-dBATCH",
        f"-sDEVICE={_DEVICE}",
        f"-r{resolution}",
        "-sstdout=%stderr",
        "-sOutputFile=-",
        "pages.pdf",
    )
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as running:
        if running.stdout is None:
            raise AssertionError("it was asked for as a pipe")
        try:
            yield running.stdout
        finally:
            running.kill()


def _next(pages: IO[bytes]) -> Raster | None:
    """Read one picture (netpbm's PAM); None where there are no more, or the rest cannot be read."""
    header = b""
    while not header.endswith(b"ENDHDR\n") and len(header) < _HEADER:
        piece = _read(pages, 1)
        if not piece:
            return None
        header += piece
    said = dict(
        line.split(None, 1) for line in header.splitlines() if len(line.split(None, 1)) == len(("key", "value"))
    )
    try:
        width, height, depth = (int(said[key]) for key in (b"WIDTH", b"HEIGHT", b"DEPTH"))
    except (KeyError, ValueError):
        return None
    if depth != len("cmyk") or not 0 < width * height <= _MOST_PIXELS:
        return None
    body = _read(pages, width * height * depth)
    return Raster(width, height, body) if len(body) == width * height * depth else None


def _read(pages: IO[bytes], count: int) -> bytes:
    """Read so many bytes, or as many as there are; nothing more where none come for too long."""
    pieces, missing, handle = [], count, pages.fileno()
    while missing:
        ready, _, _ = select.select([handle], [], [], PATIENCE)
        piece = os.read(handle, min(missing, 1 << 20)) if ready else b""
        if not piece:
            break
        pieces.append(piece)
        missing -= len(piece)
    return b"".join(pieces)
