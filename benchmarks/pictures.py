"""How long a book of 250 pictures in two volumes takes: `python -m benchmarks.pictures [--pictures 250 --lang en]`.

The book is made first, and its making is not measured (`tools.picture_book`: drawings, and JPEG of 300 pixels an inch,
of which every other one is a plate that fills its page). Measured are wall and processor time of one build as it is
installed, the most memory that one of its processes takes and that all of them take together, and the files' sizes.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from tools.picture_book.make import BOOK, Plan, make

_PROGRAM = (sys.executable, "-c", "import sys; from translate_pub.cli import main; sys.exit(main())")
_PROC = Path("/proc")
_INTERVAL = 0.5
"""Seconds between two looks at the memory that all processes take."""


@dataclass
class Watch:
    """Looks at the memory of a process and its children while they work."""

    process: subprocess.Popen[bytes]
    peak: int = 0
    """Bytes, of all of them together; pages that they share are counted once (proportional set size)."""
    done: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Look until it is over."""
        while not self.done.wait(_INTERVAL):
            self.peak = max(self.peak, sum(map(_share, _family(self.process.pid))))


def _family(pid: int) -> list[int]:
    """Give a process with all that it has started."""
    children: dict[int, list[int]] = {}
    for folder in _PROC.iterdir():
        if folder.name.isdecimal() and (parent := _parent(folder)):
            children.setdefault(parent, []).append(int(folder.name))
    family = [pid]
    for one in family:
        family += children.get(one, [])
    return family


def _parent(folder: Path) -> int:
    try:
        return int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _share(pid: int) -> int:
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def measure(folder: Path, language: str) -> str:
    """Build the book in one language, and tell what it took."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [*_PROGRAM, "-C", str(folder), "build", BOOK, "--lang", language]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        watch = Watch(process)
        looking = threading.Thread(target=watch.run)
        looking.start()
        code = process.wait()
        watch.done.set()
        looking.join()
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    files = sorted((folder / "build" / BOOK / language).glob("*.pdf"))
    sizes = " + ".join(f"{file.stat().st_size / 1e6:.1f}" for file in files)
    return (
        f"{language:6} exit {code}  {wall:8.1f} s wall  {processor:8.1f} s CPU  "
        f"{after.ru_maxrss / 1e3:7.0f} MB one process  {watch.peak / 1e6:7.0f} MB all  {sizes} MB"
    )


def main() -> None:
    """Make the book, build it, and print a line a language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=250)
    parser.add_argument("--lang", nargs="+", choices=("en", "ur"), default=["en", "ur"])
    parser.add_argument("--folder", type=Path, help="keep the book here; made in a temporary folder if left out")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary) / "book"
        if not (folder / "translate-pub.toml").exists():
            make(folder, Plan(chosen.pictures, contents="all"))
        images = list((folder / "source_texts" / BOOK / "images").iterdir())
        size = sum(image.stat().st_size for image in images) / 1e6
        print(f"{len(images)} images, {size:.1f} MB")
        for language in chosen.lang:
            print(measure(folder, language), flush=True)


if __name__ == "__main__":
    main()
