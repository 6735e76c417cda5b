"""Make the book of pictures: `python -m tools.picture_book FOLDER [--pictures 40]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.picture_book.make import Plan, make


def main() -> None:
    """Make it in a folder that is empty or not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pictures", type=int, default=40)
    parser.add_argument("--contents", choices=("volume", "all"), default="volume")
    parser.add_argument("--folios", choices=("continuous", "restart"), default="continuous")
    chosen = parser.parse_args()
    make(chosen.folder, Plan(chosen.pictures, chosen.contents, chosen.folios))


if __name__ == "__main__":
    main()
