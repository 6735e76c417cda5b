"""The sections of a book divided among its volumes, as `[[volumes]]` says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from translate_pub.model.book import Matter, SourceFile, in_reading_order
from translate_pub.workspace.findings import Findings, allowed, did_you_mean, key_name, quoted
from translate_pub.workspace.sections import Shelf
from translate_pub.workspace.tables import BookTable, VolumeTable
from translate_pub.workspace.toml import Path

_LISTS = {"front": Matter.FRONT, "chapters": Matter.BODY, "back": Matter.BACK}
"""Key of a volume that names files -> the matter that they are of."""


@dataclass(frozen=True, slots=True)
class _Claims:
    """Which volumes name which files."""

    files: dict[str, SourceFile]
    """By the path that `book.toml` gives them, in reading order."""
    findings: Findings
    by_file: dict[str, list[tuple[int, Path]]] = field(default_factory=lambda: defaultdict(list))
    """Path -> (volume, key) of every volume that names it."""


def divide(table: BookTable, files: Sequence[SourceFile], shelf: Shelf) -> tuple[SourceFile, ...]:
    """Give every file its volume, after finding what is wrong with the volumes.

    Returns:
        The files in reading order: volume by volume, each front, body, back.
    """
    if not table.volumes:
        return tuple(files)
    claims = _claim(table, files, shelf)
    placed = tuple(replace(file, volume=_volume(name, table, claims)) for name, file in claims.files.items())
    claimed = [file for file, name in zip(placed, claims.files, strict=True) if name in claims.by_file]
    _check_parts(claimed, claims.findings)
    _check_order(claimed, claims.findings)
    for number in range(1, len(table.volumes) + 1):
        if not any(file.volume == number and file.matter is Matter.BODY for file in placed):
            message = f"{key_name(('volumes', number - 1))} holds no chapter"
            shelf.findings.error(
                "B030", ("volumes", number - 1), message, "name its parts, or the files of its chapters"
            )
    return in_reading_order(placed)


def _claim(table: BookTable, files: Sequence[SourceFile], shelf: Shelf) -> _Claims:
    """Gather what the volumes name."""
    named = {PurePosixPath(file.path).relative_to(shelf.folder).as_posix(): file for file in files}
    claims = _Claims(named, shelf.findings)
    for place, volume in enumerate(table.volumes):
        for name, key in (*_by_part(volume, place, claims), *_by_file(volume, place, claims)):
            claims.by_file[name].append((place + 1, key))
    return claims


def _by_part(volume: VolumeTable, place: int, claims: _Claims) -> Iterator[tuple[str, Path]]:
    """Give the files of the parts that a volume names."""
    known = tuple(dict.fromkeys(file.part for file in claims.files.values() if file.part))
    for number, part in enumerate(volume.parts):
        key: Path = ("volumes", place, "parts", number)
        if part not in known:
            message = f"{key_name(key)} is {quoted(part)}, which is the id of no part"
            claims.findings.error("B005", key, message, did_you_mean(part, known), allowed(known))
        yield from ((name, key) for name, file in claims.files.items() if file.part == part)


def _by_file(volume: VolumeTable, place: int, claims: _Claims) -> Iterator[tuple[str, Path]]:
    """Give the files that a volume names itself."""
    for word, matter in _LISTS.items():
        known = tuple(name for name, file in claims.files.items() if file.matter is matter)
        for number, name in enumerate(getattr(volume, word)):
            key: Path = ("volumes", place, word, number)
            if name in known:
                yield name, key
            else:
                message = f"{key_name(key)} is {quoted(name)}, which is no file of the book's {word}"
                claims.findings.error("B005", key, message, did_you_mean(name, known), allowed(known))


def _volume(name: str, table: BookTable, claims: _Claims) -> int:
    """Return the volume of a file: the one that names it, or for front and back matter the first and the last."""
    claimed, matter = claims.by_file.get(name, []), claims.files[name].matter
    for volume, key in claimed[1:]:
        first, earlier = claimed[0]
        what = f"{quoted(name)} of volume {volume}" if volume != first else f"{quoted(name)} again"
        message = f"{key_name(key)} holds {what}, which {key_name(earlier)} holds already"
        claims.findings.error("B031", key, message, "a section stands in one volume, once")
    if claimed:
        return claimed[0][0]
    if matter is Matter.BODY:
        message = f"{quoted(name)} belongs to no volume"
        claims.findings.error("B030", ("volumes",), message, "name it, or its part, in one of the [[volumes]]")
    return len(table.volumes) if matter is Matter.BACK else 1


def _check_parts(files: Sequence[SourceFile], findings: Findings) -> None:
    """Find parts that are divided between volumes."""
    volumes: dict[str, int] = {}
    for file in files:
        if file.part and volumes.setdefault(file.part, file.volume) != file.volume:
            message = f"the part {quoted(file.part)} is divided between volumes {volumes[file.part]} and {file.volume}"
            findings.error("B031", ("volumes", file.volume - 1), message, "a part stands in one volume, whole")


def _check_order(files: Sequence[SourceFile], findings: Findings) -> None:
    """Find a chapter of an earlier volume behind one of a later."""
    last: SourceFile | None = None
    for file in files:
        if file.matter is not Matter.BODY:
            continue
        if last is not None and file.volume < last.volume:
            held = f"volume {file.volume} holds {quoted(file.name)}"
            message = f"{held}, which follows {quoted(last.name)} of volume {last.volume}"
            hint = "the chapters of the volumes follow each other as in `chapters` and [[parts]]"
            findings.error("B032", ("volumes", file.volume - 1), message, hint)
        last = file
