"""Objects that can be seen through, where a standard forbids them (ISO 15930-1, 6.2.11; ISO 15930-3, 6.12).

What changes nothing (an opacity of 1, a group around opaque objects) is taken out. What does is reported: how it looks
depends on what lies below it, which only the maker of the pages can say in solid colours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pikepdf import Dictionary, Name, Object, Pdf

from translate_pub.model.diagnostic import Diagnostic, Severity

_OPAQUE = 1
_PLAIN_BLENDS = {"/Normal", "/Compatible"}
_SHOWN_PAGES = 6


def remove(
    pdf: Pdf, states: Mapping[tuple[int, int], tuple[Object, list[int]]], forms: Iterable[Object]
) -> list[Diagnostic]:
    """Take out what is harmless, and report the rest, each kind once."""
    kinds: dict[str, list[int]] = {}
    for state, pages in states.values():
        for kind in _seen_through(state):
            kinds.setdefault(kind, []).extend(pages)
        _clear(state)
    for one in _surfaces(pdf, forms):
        _ungroup(one)
        for unused in (one.get("/Resources", Dictionary()).get("/ExtGState") or Dictionary()).values():
            _clear(unused)
    return [_finding(kind, pages) for kind, pages in kinds.items()]


def ungroup(
    pdf: Pdf, states: Mapping[tuple[int, int], tuple[Object, list[int]]], forms: Iterable[Object],
    pictures: Iterable[Object],
) -> None:  # fmt: skip
    """Take the groups out of a file in which nothing can be seen through, also where the standard allows them.

    A group is mixed in a colour space of its own, and put on the page by a conversion: Ghostscript, and RIPs like it,
    print the pure black of a grey group in four inks.
    """
    if any("/SMask" in picture for picture in pictures) or any(_seen_through(state) for state, _ in states.values()):
        return
    for one in _surfaces(pdf, forms):
        _ungroup(one)


def _surfaces(pdf: Pdf, forms: Iterable[Object]) -> list[Object]:
    return [*(page.obj for page in pdf.pages), *forms]


def _ungroup(surface: Object) -> None:
    if "/Group" in surface:
        del surface["/Group"]


def _seen_through(state: Object) -> list[str]:
    """Name what a graphics state makes transparent."""
    kinds = [
        f"something of {float(state[key]) * 100:.0f} % opacity"
        for key in ("/ca", "/CA")
        if key in state and float(state[key]) < _OPAQUE
    ]
    if isinstance(state.get("/SMask"), Dictionary):
        kinds.append("a soft mask (a gradient to transparent, or a mask of a drawing)")
    if "/BM" in state:
        modes = {str(state.BM)} if isinstance(state.BM, Name) else {str(mode) for mode in state.BM.as_list()}
        if not modes & _PLAIN_BLENDS:
            kinds.append(f"the blend mode {', '.join(sorted(mode.lstrip('/') for mode in modes))}")
    return kinds


def _clear(state: Object) -> None:
    """Take the keys of transparency out of a graphics state."""
    for key in ("/ca", "/CA", "/SMask", "/BM", "/AIS", "/TK"):
        if key in state:
            del state[key]


def _finding(kind: str, pages: list[int]) -> Diagnostic:
    message = f"{kind} on {on_pages(pages)}: the printer's standard forbids what can be seen through"
    hints = (
        "write the colour that it has on the page as a solid one (a grey of 40 % instead of black of 40 % opacity)",
        "or print by a profile of PDF/X-4, which allows it",
    )
    return Diagnostic("P021", Severity.ERROR, message, hints=hints)


def on_pages(pages: Iterable[int]) -> str:
    """Name the first of some pages, counted from 0, as they are counted in the file."""
    numbers = sorted(set(pages))
    shown = ", ".join(str(number + 1) for number in numbers[:_SHOWN_PAGES])
    more = f" and {len(numbers) - _SHOWN_PAGES} more" if len(numbers) > _SHOWN_PAGES else ""
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}{more}"
