"""The order of a book: which sections it has, and on which side each begins.

Source: Chicago Manual of Style 18, 1.4 (the parts of a book); contents and imprint stand where the edition says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from translate_pub.edition import leaves, markup, plates, stations, volumes
from translate_pub.edition.composition import ComposedChapter
from translate_pub.edition.indexing import leaf
from translate_pub.edition.markup import Element
from translate_pub.edition.setting import Section, Setting
from translate_pub.model.book import Extent, Matter, Placement, Role
from translate_pub.model.diagnostic import Diagnostic
from translate_pub.model.edition import Opening, Purpose

_BEFORE_CONTENTS = frozenset({Role.DEDICATION, Role.EPIGRAPH})


def arrange(
    setting: Setting, chapters: tuple[ComposedChapter, ...]
) -> tuple[tuple[Section, ...], tuple[Diagnostic, ...]]:
    """Put the sections of a book in order, volume by volume: those of its files and those that the tool makes.

    Returns:
        The sections, and what addenda are beside no section of the role that they are to stand beside.
    """
    chapters = stations.sort(chapters)
    sections: list[Section] = []
    findings: list[Diagnostic] = []
    of_each = {
        volumes.number(one): tuple(chapter for chapter in chapters if chapter.chapter.volume == volumes.number(one))
        for one in volumes.settings(setting)
    }
    indexes: dict[int, str] = {}
    for one in volumes.settings(setting):
        written, unclear = _index(one, chapters, of_each[volumes.number(one)])
        findings += unclear
        if written:
            indexes[volumes.number(one)] = written
    for one in volumes.settings(setting):
        own = of_each[volumes.number(one)]
        listed = chapters if setting.edition.book.division.contents is Extent.ALL else own
        arranged = stations.arrange(own, partial(_volume, one, listed, indexes), partial(_of_file, setting=one))
        sections += arranged.sections
        findings += arranged.findings
    return tuple(sections), tuple(findings)


def _index(
    setting: Setting, chapters: tuple[ComposedChapter, ...], own: tuple[ComposedChapter, ...]
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Write the index of a volume: of its own marks, or of all in the last volume; empty where it has none."""
    one_for_all = setting.edition.book.division.index is Extent.ALL
    last = setting.volume is None or setting.volume.number == len(setting.metadata.volumes)
    covered = chapters if one_for_all else own
    if not setting.choices.index or (one_for_all and not last) or not leaf.marked(covered):
        return "", ()
    return leaf.write(setting, covered)


def _volume(
    setting: Setting,
    listed: tuple[ComposedChapter, ...],
    indexes: Mapping[int, str],
    chapters: tuple[ComposedChapter, ...],
) -> tuple[Section, ...]:
    """Put the sections of one volume in order."""
    front = tuple(one for one in chapters if one.chapter.matter is Matter.FRONT)
    early = tuple(one for one in front if one.chapter.role in _BEFORE_CONTENTS)
    late = tuple(one for one in front if one.chapter.role not in _BEFORE_CONTENTS)
    body = tuple(one for one in chapters if one.chapter.matter is Matter.BODY)
    back = tuple(one for one in chapters if one.chapter.matter is Matter.BACK)
    own_index = next((one for one in back if one.chapter.role is Role.INDEX), None)
    index = indexes.get(volumes.number(setting), "")
    if index and own_index is not None:
        own_index.root.append(leaf.listed(index))
        index = ""
    made = _listed_indexes(setting, listed, indexes)
    last = tuple(one for one in back if one.chapter.role is Role.COLOPHON)
    return (
        *_titles(setting),
        *(_of_file(one, setting) for one in early),
        *_lists(setting, listed, Matter.FRONT, made),
        *(_of_file(one, setting) for one in late),
        *_body(setting, body),
        *(_of_file(one, setting) for one in back if one not in last),
        *(
            [_made(setting, Role.INDEX, Matter.BACK, leaf.section(setting, index), setting.theme.opening)]
            if index
            else []
        ),
        *(_of_file(one, setting) for one in last),
        *_lists(setting, listed, Matter.BACK, made),
        *_imprint(setting, Matter.BACK),
    )


def _titles(setting: Setting) -> Iterator[Section]:
    if Role.HALF_TITLE in setting.theme.leaves:
        yield _made(setting, Role.HALF_TITLE, Matter.FRONT, leaves.half_title(setting), Opening.RECTO)
    if Role.TITLE_PAGE in setting.theme.leaves:
        yield _made(setting, Role.TITLE_PAGE, Matter.FRONT, leaves.title_page(setting), Opening.RECTO)
    yield from _imprint(setting, Matter.FRONT)


def _imprint(setting: Setting, matter: Matter) -> Iterator[Section]:
    wanted = Placement.FRONT if matter is Matter.FRONT else Placement.BACK
    if Role.IMPRINT in setting.theme.leaves and setting.choices.imprint_page is wanted:
        opens = Opening.VERSO if matter is Matter.FRONT else Opening.ANY
        yield _made(setting, Role.IMPRINT, matter, leaves.imprint(setting), opens)


def _listed_indexes(
    setting: Setting, listed: tuple[ComposedChapter, ...], indexes: Mapping[int, str]
) -> dict[int, str]:
    """Name the indexes of the volumes that are listed, but for those in a file, which is listed itself."""
    filed = {one.chapter.volume for one in listed if one.chapter.role is Role.INDEX}
    shown = {volumes.number(setting), *(one.chapter.volume for one in listed)} - filed
    return {volume: leaf.heading(setting) for volume in indexes if volume in shown}


def _lists(
    setting: Setting, chapters: tuple[ComposedChapter, ...], matter: Matter, indexes: Mapping[int, str]
) -> Iterator[Section]:
    wanted = Placement.FRONT if matter is Matter.FRONT else Placement.BACK
    if setting.choices.contents is not wanted:
        return
    if Role.CONTENTS in setting.theme.leaves:
        root = leaves.contents(setting, chapters, indexes)
        yield _made(setting, Role.CONTENTS, matter, root, setting.theme.opening)
    if Role.ILLUSTRATIONS in setting.theme.leaves and any(one.figures for one in chapters):
        root = leaves.illustrations(setting, chapters)
        yield _made(setting, Role.ILLUSTRATIONS, matter, root, Opening.ANY)


def _body(setting: Setting, chapters: tuple[ComposedChapter, ...]) -> Iterator[Section]:
    """Give the chapters of the body, with a leaf before the first chapter of each part."""
    parts = {part.id: (number, part) for number, part in enumerate(setting.metadata.parts, start=1)}
    for one in chapters:
        opened = parts.pop(one.chapter.part or "", None)
        if opened is not None and Role.PART in setting.theme.leaves:
            number, part = opened
            root = leaves.part(setting, number, part)
            title = root.get("data-running") or ""
            opens, volume = setting.theme.opening, volumes.number(setting)
            yield Section(leaves.part_anchor(part), Role.PART, Matter.BODY, root, opens, title, volume)
        yield _of_file(one, setting)


def _of_file(one: ComposedChapter, setting: Setting) -> Section:
    chapter = one.chapter
    title = one.plain_title if one.heading is not None else ""
    opens = setting.theme.opening
    section = Section(chapter.name, chapter.role, chapter.matter, one.root, opens, title, chapter.volume)
    if chapter.role is not Role.PLATES:
        return section
    return plates.inserted(section, chapter.insert, bound=setting.edition.purpose is not Purpose.SCREEN)


def _made(setting: Setting, role: Role, matter: Matter, root: Element, opens: Opening) -> Section:
    """Take a section that the tool makes; the ids of later volumes are others than those of the first."""
    for element in (root, *markup.find(root, ".//*[@id]")):
        element.set("id", volumes.own_id(setting, element.get("id") or ""))
    name, title = volumes.own_id(setting, role.value), root.get("data-running") or ""
    return Section(name, role, matter, root, opens, title, volumes.number(setting))
