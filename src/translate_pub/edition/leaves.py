"""The sections that the tool makes: half-title, title page, imprint page, contents, illustrations, leaves of parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from translate_pub.edition import languages, markup, titles, volumes
from translate_pub.edition.composition import ComposedChapter, inline_html
from translate_pub.edition.markup import Element
from translate_pub.edition.setting import Setting
from translate_pub.model.book import Matter, Part, Role

_LISTED = frozenset(Role) - {Role.DEDICATION, Role.EPIGRAPH, Role.COLOPHON, Role.PART}
"""Roles that stand in the contents."""


def half_title(setting: Setting) -> Element:
    """Make the leaf that has the title alone."""
    title = setting.metadata.short_title or setting.metadata.title
    lines = [("title", titles.html(title, setting.style)), *volumes.lines(setting)[:2]]
    return _section(Role.HALF_TITLE, _lines(lines))


def title_page(setting: Setting) -> Element:
    """Make the title page: authors, title, who translated it, edition, publisher, place and year."""
    metadata, book = setting.metadata, setting.edition.book
    head = [
        ("authors", escape(_people(setting, "author"))),
        ("title", titles.html(metadata.title, setting.style)),
        ("subtitle", titles.html(metadata.subtitle, setting.style)),
        *volumes.lines(setting),
    ]
    people = [("credit", escape(line)) for role, line in credits_of(setting) if role not in {"reviewer", "designer"}]
    place_and_year = setting.style.join_place(metadata.place, _year(setting, book.year))
    foot = [("publisher", escape(setting.choices.imprint or metadata.publisher)), ("place", escape(place_and_year))]
    inside = f'<div class="head">{_lines(head)}</div>'
    inside += f'<div class="people">{_lines([*people, ("edition", escape(metadata.edition))])}</div>'
    return _section(Role.TITLE_PAGE, f'{inside}<div class="foot">{_lines(foot)}</div>')


def imprint(setting: Setting) -> Element:
    """Make the imprint page: titles, everybody who took part, publisher, rights, ISBN, printer."""
    say, metadata, book = setting.furniture.say, setting.metadata, setting.edition.book
    own = f"<strong>{titles.html(metadata.title, setting.style)}</strong>"
    groups: list[list[str]] = [[own, titles.html(metadata.subtitle, setting.style)]]
    groups.append([line for _, line in volumes.lines(setting)])
    if setting.edition.language != book.language:
        # TRANSLATORS: on the imprint page; the title in the language that the book was written in
        direction = languages.style(book.language).direction
        title = titles.html(book.metadata.title, languages.style(book.language))
        original = f'<i lang="{book.language}" dir="{direction}">{title}</i>'
        groups.append([say("Original title: %(title)s", title=original)])
    groups.append([escape(line) for _, line in credits_of(setting)])
    groups.append([escape(line) for line in _publication(setting)])
    groups.append([inline_html(metadata.rights, setting)] if metadata.rights else [])
    groups.append([escape(line) for line in _numbers(setting)])
    inside = "".join(_paragraph(group) for group in groups if any(group))
    return _section(Role.IMPRINT, f'<div class="foot">{inside}</div>')


def contents(setting: Setting, chapters: Iterable[ComposedChapter], indexes: Mapping[int, str]) -> Element:
    """Make the list of parts and chapters with their pages.

    Args:
        setting: the edition's.
        chapters: those that are listed.
        indexes: volume -> what the index is called that the tool makes of it.
    """
    # TRANSLATORS: heading of the list of chapters
    heading = setting.furniture.say("Contents")
    last = {volume: _index_line(setting, volume, title) for volume, title in indexes.items()}
    lines = "".join(_contents_lines(setting, tuple(chapters), last))
    return _section(Role.CONTENTS, f'<h1 id="contents">{escape(heading)}</h1><div class="list">{lines}</div>', heading)


def illustrations(setting: Setting, chapters: Iterable[ComposedChapter]) -> Element:
    """Make the list of figures with their pages."""
    # TRANSLATORS: heading of the list of figures
    heading = setting.furniture.say("List of illustrations")
    lines = "".join(_illustration_lines(setting, tuple(chapters)))
    inside = f'<h1 id="illustrations">{escape(heading)}</h1><div class="list">{lines}</div>'
    return _section(Role.ILLUSTRATIONS, inside, heading)


def part(setting: Setting, number: int, part: Part) -> Element:
    """Make the leaf of a part."""
    # TRANSLATORS: above the title of a part of the book
    label = setting.furniture.say("Part %(number)s", number=setting.number(number))
    inside = f'<header class="opening"><p class="part-number">{escape(label)}</p>'
    inside += f'<h1 id="{escape(part_anchor(part))}">{titles.html(part.title, setting.style)}</h1>'
    inside += f"{_lines([('caption', titles.html(part.caption, setting.style))])}</header>"
    return _section(Role.PART, inside, titles.plain(part.title, setting.style))


def part_anchor(part: Part) -> str:
    """Give the id of a part's leaf."""
    return f"part--{part.id}"


def credits_of(setting: Setting) -> Iterator[tuple[str, str]]:
    """Say who did what, a line a role, authors apart."""
    roles = dict.fromkeys(person.role for person in setting.metadata.contributors)
    for role in roles:
        if role not in {"author", "translator", "reviewer"}:
            yield role, _credit(setting, role, _people(setting, role))
    for role, own in (("translator", setting.choices.translators), ("reviewer", setting.choices.reviewers)):
        names = setting.style.join(own) or _people(setting, role)
        if names:
            yield role, _credit(setting, role, names)


def _credit(setting: Setting, role: str, names: str) -> str:
    say = setting.furniture.say
    known = {
        "editor": lambda: say("Edited by %(names)s", names=names),
        "illustrator": lambda: say("Illustrated by %(names)s", names=names),
        "cartographer": lambda: say("Maps by %(names)s", names=names),
        "photographer": lambda: say("Photographs by %(names)s", names=names),
        "designer": lambda: say("Designed by %(names)s", names=names),
        "foreword": lambda: say("With a foreword by %(names)s", names=names),
        "introduction": lambda: say("With an introduction by %(names)s", names=names),
        "translator": lambda: say("Translated by %(names)s", names=names),
        "reviewer": lambda: say("Translation reviewed by %(names)s", names=names),
    }
    # TRANSLATORS: somebody's part in the book for which there is no sentence: "Proofreader: A. Name"
    return known[role]() if role in known else say("%(role)s: %(names)s", role=role.capitalize(), names=names)


def _people(setting: Setting, role: str) -> str:
    return setting.style.join(tuple(person.name for person in setting.metadata.contributors if person.role == role))


def _year(setting: Setting, year: int | None) -> str:
    return setting.number(year) if year else ""


def _publication(setting: Setting) -> Iterator[str]:
    """Say who published it, where and when, and which edition it is."""
    say, metadata, choices = setting.furniture.say, setting.metadata, setting.choices
    publisher = choices.imprint or metadata.publisher
    if metadata.edition:
        yield metadata.edition
    if publisher:
        # TRANSLATORS: on the imprint page
        line = say("Published by %(publisher)s", publisher=publisher)
        yield setting.style.join_place(line, metadata.place, _year(setting, setting.edition.book.year))
    if choices.printer:
        # TRANSLATORS: on the imprint page
        yield say("Printed by %(printer)s", printer=choices.printer)


def _numbers(setting: Setting) -> Iterator[str]:
    """Say the ISBN of every product; a product of one volume of several is named by its volume too."""
    own = setting.choices.isbn
    source = setting.edition.book.isbn if setting.edition.language == setting.edition.book.language else {}
    for product, isbn in (own or source).items():
        volume, _, binding = product.rpartition(".")
        name = _product(setting, binding)
        if volume:
            number = setting.number(int("".join(char for char in volume if char.isdigit()) or "1"))
            # TRANSLATORS: one volume of several, in brackets after its ISBN: "volume 2, paperback"
            name = setting.furniture.say("volume %(number)s, %(product)s", number=number, product=name)
        yield f"ISBN {isbn} ({name})"


def _product(setting: Setting, binding: str) -> str:
    say = setting.furniture.say
    # TRANSLATORS: what an ISBN is for, in brackets after it
    names = {
        "paperback": say("paperback"),
        "hardback": say("hardback"),
        "epub": say("e-book"),
        "pdf": say("PDF"),
        "set": say("set of all volumes"),
    }
    return names.get(binding, binding)


def _index_line(setting: Setting, volume: int, title: str) -> str:
    """Write the line of a volume's index."""
    anchor = volumes.id_in(volume, Role.INDEX.value)
    return _entry(setting.stand_in(Matter.BACK), anchor, escape(title), kind=Role.INDEX.value)


def _contents_lines(setting: Setting, chapters: tuple[ComposedChapter, ...], last: Mapping[int, str]) -> Iterator[str]:
    """Write the lines; `last` has those that stand behind all others of their volume."""
    parts = {part.id: part for part in setting.metadata.parts}
    numbers = {part.id: number for number, part in enumerate(setting.metadata.parts, start=1)}
    seen: set[str] = set()
    volume = 0
    several = len({one.chapter.volume for one in chapters}) > 1
    for one in chapters:
        chapter = one.chapter
        if several and chapter.volume != volume:
            yield last.get(volume, "")
            volume = chapter.volume
            yield _volume_line(setting, volume)
        if chapter.part in parts and chapter.part not in seen:
            seen.add(chapter.part or "")
            own = parts[chapter.part or ""]
            label = setting.furniture.say("Part %(number)s", number=setting.number(numbers[own.id]))
            yield _entry(
                setting.stand_in(Matter.BODY), part_anchor(own), titles.html(own.title, setting.style), label, "part"
            )
        if chapter.role in _LISTED and (one.heading is not None or chapter.role is Role.CHAPTER):
            number = "" if chapter.number is None else setting.number(chapter.number)
            yield _entry(_page_of(setting, one, one.top), one.top, one.title, number, chapter.role.value)
    yield last.get(volume if several else volumes.number(setting), "")


def _illustration_lines(setting: Setting, chapters: tuple[ComposedChapter, ...]) -> Iterator[str]:
    drawn = tuple(one for one in chapters if one.figures)
    volume = drawn[0].chapter.volume if len({one.chapter.volume for one in drawn}) == 1 else 0
    for one in drawn:
        if one.chapter.volume != volume:
            volume = one.chapter.volume
            yield _volume_line(setting, volume)
        for figure in one.figures:
            page, caption = _page_of(setting, one, figure.anchor), _caption(figure.caption)
            yield _entry(page, figure.anchor, caption, setting.number(figure.number))
            if figure.credit is not None:
                yield f'<p class="entry-credit">{markup.heading_html(figure.credit)}</p>'


def _volume_line(setting: Setting, number: int) -> str:
    """Write the line of the contents above those of a volume."""
    title = titles.html(setting.metadata.volumes[number - 1].title, setting.style)
    label = escape(volumes.label(setting, number))
    return f'<p class="entry volume"><span class="number">{label}</span> {title}</p>'


def _page_of(setting: Setting, one: ComposedChapter, anchor: str) -> str:
    """Write where something is found; what stands on leaves that do not count is behind a page that does."""
    stand_in = escape(setting.stand_in(one.chapter.matter))
    if one.chapter.insert is None or one.chapter.insert.folios:
        return stand_in
    page = f'<span data-page="{escape(anchor)}">{stand_in}</span>'
    # TRANSLATORS: in the list of illustrations; plates on leaves without numbers stand behind this page
    return setting.furniture.say("after p. %(page)s", page=page)


def _entry(page: str, anchor: str, title: str, number: str = "", kind: str = "") -> str:
    """Write a line of a list: number, title, leader, page; title and page are HTML."""
    label = f'<span class="number">{escape(number)}</span> ' if number else ""
    target = escape(anchor)
    filled = "" if "data-page" in page else f' data-page="{target}"'
    return (
        f'<p class="entry {kind}">{label}<a class="title" href="#{target}">{title}</a>'
        f'<a class="folio" href="#{target}"{filled}>{page}</a></p>'
    )


def _caption(caption: Element) -> str:
    """Write a caption for the list of illustrations: its first sentence, without its label."""
    twin = markup.parse(f"<p>{markup.heading_html(caption)}</p>")[0]
    for label in markup.find(twin, f".//*[{markup.having('label')} or {markup.having('credit')}]"):
        markup.remove(label)
    markup.keep_first_sentence(twin)
    return markup.write_inside(twin).strip()


def _section(role: Role, inside: str, running: str = "") -> Element:
    root = markup.parse(inside)
    root.tag = "section"
    root.set("class", role.value)
    root.set("id", f"section-{role.value}")
    root.set("data-running", running)
    return root


def _lines(lines: list[tuple[str, str]]) -> str:
    """Write a paragraph a line; lines are (class, HTML)."""
    return "".join(f'<p class="{name}">{html}</p>' for name, html in lines if html)


def _paragraph(lines: list[str]) -> str:
    return f"<p>{'<br>'.join(line for line in lines if line)}</p>"
