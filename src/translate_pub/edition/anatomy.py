"""The order of a book: which sections it has, and on which side each begins.

Source: Chicago Manual of Style 18, 1.4 (the parts of a book); contents and imprint stand where the edition says.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate_pub.edition import leaves
from translate_pub.edition.composition import ComposedChapter
from translate_pub.edition.markup import Element
from translate_pub.edition.setting import Section, Setting
from translate_pub.model.book import Matter, Placement, Role
from translate_pub.model.edition import Opening

_BEFORE_CONTENTS = frozenset({Role.DEDICATION, Role.EPIGRAPH})


def arrange(setting: Setting, chapters: tuple[ComposedChapter, ...]) -> tuple[Section, ...]:
    """Put the sections of a book in order: those of its files and those that the tool makes."""
    front = tuple(one for one in chapters if one.chapter.matter is Matter.FRONT)
    early = tuple(one for one in front if one.chapter.role in _BEFORE_CONTENTS)
    late = tuple(one for one in front if one.chapter.role not in _BEFORE_CONTENTS)
    body = tuple(one for one in chapters if one.chapter.matter is Matter.BODY)
    back = tuple(one for one in chapters if one.chapter.matter is Matter.BACK)
    return (
        *_titles(setting),
        *(_of_file(one, setting) for one in early),
        *_lists(setting, chapters, Matter.FRONT),
        *(_of_file(one, setting) for one in late),
        *_body(setting, body),
        *(_of_file(one, setting) for one in back),
        *_lists(setting, chapters, Matter.BACK),
        *_imprint(setting, Matter.BACK),
    )


def _titles(setting: Setting) -> Iterator[Section]:
    if Role.HALF_TITLE in setting.theme.leaves:
        yield _made(Role.HALF_TITLE, Matter.FRONT, leaves.half_title(setting), Opening.RECTO)
    if Role.TITLE_PAGE in setting.theme.leaves:
        yield _made(Role.TITLE_PAGE, Matter.FRONT, leaves.title_page(setting), Opening.RECTO)
    yield from _imprint(setting, Matter.FRONT)


def _imprint(setting: Setting, matter: Matter) -> Iterator[Section]:
    wanted = Placement.FRONT if matter is Matter.FRONT else Placement.BACK
    if Role.IMPRINT in setting.theme.leaves and setting.choices.imprint_page is wanted:
        opens = Opening.VERSO if matter is Matter.FRONT else Opening.ANY
        yield _made(Role.IMPRINT, matter, leaves.imprint(setting), opens)


def _lists(setting: Setting, chapters: tuple[ComposedChapter, ...], matter: Matter) -> Iterator[Section]:
    wanted = Placement.FRONT if matter is Matter.FRONT else Placement.BACK
    if setting.choices.contents is not wanted:
        return
    if Role.CONTENTS in setting.theme.leaves:
        root = leaves.contents(setting, chapters)
        yield _made(Role.CONTENTS, matter, root, setting.theme.opening)
    if Role.ILLUSTRATIONS in setting.theme.leaves and any(one.figures for one in chapters):
        root = leaves.illustrations(setting, chapters)
        yield _made(Role.ILLUSTRATIONS, matter, root, Opening.ANY)


def _body(setting: Setting, chapters: tuple[ComposedChapter, ...]) -> Iterator[Section]:
    """Give the chapters of the body, with a leaf before the first chapter of each part."""
    parts = {part.id: (number, part) for number, part in enumerate(setting.metadata.parts, start=1)}
    for one in chapters:
        opened = parts.pop(one.chapter.part or "", None)
        if opened is not None and Role.PART in setting.theme.leaves:
            number, part = opened
            root = leaves.part(setting, number, part)
            yield Section(leaves.part_anchor(part), Role.PART, Matter.BODY, root, setting.theme.opening, part.title)
        yield _of_file(one, setting)


def _of_file(one: ComposedChapter, setting: Setting) -> Section:
    chapter = one.chapter
    title = one.plain_title if one.heading is not None else ""
    return Section(chapter.name, chapter.role, chapter.matter, one.root, setting.theme.opening, title)


def _made(role: Role, matter: Matter, root: Element, opens: Opening) -> Section:
    return Section(role.value, role, matter, root, opens, root.get("data-running") or "")
