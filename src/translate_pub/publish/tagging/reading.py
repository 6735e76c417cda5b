"""The structure of one section, read from the tags that WeasyPrint wrote: one node an element, wherever its pieces are.

What a turn of the page has parted is joined, notes stand behind their calls, and headers of tables that are repeated
on the next page are told once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf

from translate_pub.publish.tagging import marking

_HEADINGS = {f"H{level}" for level in range(1, 7)}
_ONCE = {"THead", "TFoot"}
"""Groups of rows that are printed again on every page of their table."""


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of a page's content."""

    page: int
    """Counted from the section's first."""
    number: int
    """Its MCID."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link on a page."""

    page: int
    place: int
    """Among the page's annotations."""


@dataclass(eq=False)
class Node:
    """An element of the structure."""

    kind: str
    key: str = ""
    parent: Node | None = None
    kids: list[Node | Content | Annotation] = field(default_factory=list)
    language: str = ""
    alternative: str | None = None
    box: tuple[int, tuple[float, float, float, float]] | None = None
    """Of a figure: its page, and its place there in CSS px, from the page's top left corner."""
    table: dict[str, int | str] = field(default_factory=dict)
    """Of a cell: `ColSpan`, `RowSpan`, `Scope`."""
    numbering: str = ""
    """Of a list: how its items are numbered, in PDF's words."""
    page: int = 0
    """That it begins on."""

    def around(self) -> Iterator[Node]:
        """Yield itself and the nodes around it, innermost first."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def every(self) -> Iterator[Node]:
        """Yield itself and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.every()


def read(source: Pdf) -> Node | None:
    """Return the structure of a section; None where it is not tagged."""
    tree = source.Root.get("/StructTreeRoot")
    return None if tree is None else _Reader(source).read(tree)


class _Reader:
    def __init__(self, source: Pdf) -> None:
        self._pages = {page.obj.objgen: number for number, page in enumerate(source.pages)}
        self._links = {
            annotation.objgen: Annotation(number, place)
            for number, page in enumerate(source.pages)
            for place, annotation in enumerate(page.obj.get("/Annots", Array()).as_list())
        }
        self._nodes: dict[tuple[str, str], Node] = {}
        self._root = Node("Part")

    def read(self, tree: Object) -> Node:
        for document in tree.K.as_list():
            self._read_kids(document, self._root, 0)
        for node in list(self._root.every()):
            _prune(node)
        return self._root

    def _read(self, element: Object, target: Node) -> None:
        page = self._pages.get(element.Pg.objgen, 0)
        kind = str(element.get(f"/{marking.KIND}", f"/{marking.NOTHING}")).lstrip("/")
        if kind == marking.ARTIFACT:
            target.kids += self._links_inside(element)
            return
        node = target if kind == marking.NOTHING else self._node(element, kind, target, page)
        if node is not None:
            self._read_kids(element, node, page)

    def _read_kids(self, element: Object, node: Node, page: int) -> None:
        for kid in element.K.as_list():
            if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR:
                node.kids.append(self._links[kid.Obj.objgen])
            elif isinstance(kid, Dictionary):
                self._read(kid, node)
            else:
                node.kids.append(Content(page, int(kid)))

    def _links_inside(self, element: Object) -> Iterator[Annotation]:
        """Yield the links of what is not told: the dots in a line of the contents can be clicked like the rest."""
        for kid in element.K.as_list():
            if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR:
                yield self._links[kid.Obj.objgen]
            elif isinstance(kid, Dictionary):
                yield from self._links_inside(kid)

    def _node(self, element: Object, kind: str, target: Node, page: int) -> Node | None:
        """Return the node of an element, a new one where it is met for the first time."""
        key = str(element.get(f"/{marking.NODE}", ""))
        known = self._nodes.get((key, kind)) if key else None
        if known is not None and kind in _ONCE and known.page != page:
            return None
        if known is not None:
            return target if known in target.around() else known
        node = Node(kind, key, target, page=page)
        self._nodes[key, kind] = node
        _describe(node, element, page)
        if kind == "Note":
            self._place_note(node, str(element.get(f"/{marking.AFTER}", "")))
        else:
            target.kids.append(node)
        return node

    def _place_note(self, note: Node, call: str) -> None:
        """Put a note behind its call; behind the heading where the call stands in one."""
        before = self._nodes.get((call, "Link")) if call else None
        if before is None or before.parent is None:
            note.parent = self._root
            self._root.kids.append(note)
            return
        for node in before.around():
            if node.kind in _HEADINGS:
                before = node
        parent = before.parent or self._root
        note.parent = parent
        parent.kids.insert(parent.kids.index(before) + 1, note)


def _describe(node: Node, element: Object, page: int) -> None:
    node.numbering = str(element.get(f"/{marking.NUMBERING}", ""))
    node.language = str(element.get(f"/{marking.LANGUAGE}", ""))
    if f"/{marking.ALTERNATIVE}" in element:
        node.alternative = str(element[f"/{marking.ALTERNATIVE}"])
        x1, y1, x2, y2 = (float(value) for value in element[f"/{marking.PLACE}"].as_list())
        node.box = (page, (x1, y1, x2, y2))
    attributes = element.get("/A")
    if node.kind in {"TH", "TD"} and isinstance(attributes, Dictionary):
        node.table = {key: int(attributes[f"/{key}"]) for key in ("ColSpan", "RowSpan") if f"/{key}" in attributes}


def _prune(node: Node) -> None:
    """Take out what has become empty."""
    node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or any(_leaves(kid)) or kid.kind in {"TD", "TH"}]


def _leaves(node: Node) -> Iterator[bool]:
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _leaves(kid)
        else:
            yield True
