"""One update by this project, as a process of its own: `python -m benchmarks.renewing OLD.po TEMPLATE.pot NEW.po`."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from translate_pub.catalog import po
from translate_pub.catalog.header import HeaderFacts
from translate_pub.catalog.update import Setting, update
from translate_pub.model.catalog import Catalog, Message, Template
from translate_pub.model.update import Update


def renew(catalog: Catalog, template: Template) -> Update:
    """Bring one catalogue up to one template."""
    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    return update([catalog], [template], Setting("en", HeaderFacts("book"), lambda _: catalog.path, now, lines=True))


def read(path: Path) -> Catalog:
    """Read a catalogue or a template from a file.

    Raises:
        ValueError: It cannot be read.
    """
    catalog = po.parse(path.read_bytes(), path.name, "en", "book", "all").value
    if catalog is None:
        raise ValueError(f"{path} cannot be read")
    return catalog


def main(old: str, template: str, new: str) -> None:
    """Update a file and write the outcome to another."""
    messages = tuple(
        Message(entry.context, entry.msgid, entry.extracted, entry.references)
        for entry in read(Path(template)).live().values()
    )
    renewed = renew(read(Path(old)), Template("book", "all", messages))
    Path(new).write_bytes(po.serialize(renewed.catalogs[0]))


if __name__ == "__main__":
    main(*sys.argv[1:])
