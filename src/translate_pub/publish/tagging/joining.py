"""The structure tree of a book, written from those of its sections (ISO 32000-1, 14.7)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Operator, Pdf, String
from pikepdf import ContentStreamInstruction as Instruction

from translate_pub.publish.tagging.reading import Annotation, Content, Node, read

_PT_PER_PX = 0.75
_HEADING = re.compile(r"H([1-6])")


@dataclass
class _Section:
    root: Node
    first_page: int
    links: dict[Annotation, Object]


@dataclass
class StructureJoiner:
    """Gathers the structure of sections, and writes that of the book."""

    pdf: Pdf
    sections: list[_Section] = field(default_factory=list)

    def add(self, source: Pdf, first_page: int) -> None:
        """Take in a section, if it is tagged, whose pages are those of the book from one on."""
        root = read(source)
        if root is None:
            return
        links = {
            Annotation(number, place): annotation
            for number, page in enumerate(list(self.pdf.pages)[first_page:])
            for place, annotation in enumerate(page.obj.get("/Annots", Array()).as_list())
        }
        self.sections.append(_Section(root, first_page, links))

    def finish(self, offset_pt: float) -> tuple[int, ...]:
        """Write the tree; return the pages, counted from 0, with content that no tag could be given to.

        Args:
            offset_pt: from the corner of the media to that of the trim.
        """
        if not self.sections:
            return ()
        writer = _Writer(self.pdf, offset_pt)
        writer.write(self.sections)
        return tuple(writer.lost)


class _Writer:
    def __init__(self, pdf: Pdf, offset_pt: float) -> None:
        self._pdf, self._offset = pdf, offset_pt
        self._pages = [page.obj for page in pdf.pages]
        self._owners: dict[int, dict[int, Object]] = {}
        self._links: list[tuple[Object, Object]] = []
        self._notes: list[tuple[str, Object]] = []
        self._level = 0
        self._known: dict[Annotation, Object] = {}
        self.lost: list[int] = []

    def write(self, sections: Sequence[_Section]) -> None:
        pdf = self._pdf
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = self._element("Document", root)
        root.K = Array([document])
        for section in sections:
            self._known = section.links
            part = self._write(section.root, document, section.first_page)
            document.K.append(part)
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=self._parents()))
        root.ParentTreeNextKey = len(self._pages) + len(self._links)
        if self._notes:
            names = Array()
            for name, element in sorted(self._notes, key=lambda note: note[0]):
                names.extend([String(name), element])
            leaf = Dictionary(Limits=Array([names[0], names[-2]]), Names=names)
            root.IDTree = pdf.make_indirect(Dictionary(Kids=Array([pdf.make_indirect(leaf)])))
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, kind: str, parent: Object) -> Object:
        made = Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=parent, K=Array())
        return self._pdf.make_indirect(made)

    def _write(self, node: Node, parent: Object, first_page: int) -> Object:
        made = self._element(self._kind(node, first_page), parent)
        page = self._pages[first_page + node.page]
        made.Pg = page
        self._describe(made, node, first_page)
        for kid in node.kids:
            if isinstance(kid, Node):
                made.K.append(self._write(kid, made, first_page))
            elif isinstance(kid, Content):
                made.K.append(self._content(kid, made, page, first_page))
            elif self._stands(kid, first_page):
                made.K.append(self._link(kid, made, first_page))
        return made

    def _stands(self, link: Annotation, first_page: int) -> bool:
        """Whether a link is still on its page, and did not become text when the sections were joined."""
        known = self._pages[first_page + link.page].get("/Annots", Array()).as_list()
        return self._known[link].objgen in {annotation.objgen for annotation in known}

    def _content(self, content: Content, owner: Object, page: Object, first_page: int) -> int | Object:
        number = first_page + content.page
        self._owners.setdefault(number, {})[content.number] = owner
        if self._pages[number].objgen == page.objgen:
            return content.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[number], MCID=content.number)

    def _link(self, link: Annotation, owner: Object, first_page: int) -> Object:
        page = self._pages[first_page + link.page]
        annotation = self._known[link]
        self._links.append((annotation, owner))
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)

    def _kind(self, node: Node, first_page: int) -> str:
        """Return a kind; no level of headings is left out on the way down (ISO 14289-1, 7.4.2)."""
        if node.kind == "Link":
            links = [kid for kid in node.kids if isinstance(kid, Annotation)]
            return "Link" if any(self._stands(link, first_page) for link in links) else "Span"
        heading = _HEADING.fullmatch(node.kind)
        if heading is None:
            return node.kind
        self._level = min(int(heading[1]), self._level + 1)
        return f"H{self._level}"

    def _describe(self, made: Object, node: Node, first_page: int) -> None:
        if node.language:
            made.Lang = String(node.language)
        if node.alternative:
            made.Alt = String(node.alternative)
        if node.numbering:
            made.A = Dictionary(O=Name.List, ListNumbering=Name(f"/{node.numbering}"))
        if node.box is not None:
            made.A = Dictionary(O=Name.Layout, BBox=self._box(node.box, first_page))
        if node.kind == "Note":
            name = f"note-{len(self._notes) + 1:05d}"
            made.ID = String(name)
            self._notes.append((name, made))
        if node.kind == "TH":
            node.table.setdefault("Scope", "Column" if _in_head(node) else "Row")
        if node.table:
            values = {f"/{key}": Name(f"/{one}") if isinstance(one, str) else one for key, one in node.table.items()}
            made.A = Dictionary({"/O": Name.Table, **values})

    def _box(self, placed: tuple[int, tuple[float, float, float, float]], first_page: int) -> Array:
        page, (left, top, right, bottom) = placed
        height = float(self._pages[first_page + page].TrimBox[3])
        x1, x2 = (round(x * _PT_PER_PX + self._offset, 3) for x in (left, right))
        y1, y2 = (round(height - y * _PT_PER_PX, 3) for y in (bottom, top))
        return Array([x1, y1, x2, y2])

    def _parents(self) -> Array:
        """Tell of every piece of content, and of every link, which element it belongs to."""
        numbers = Array()
        for place, page in enumerate(self._pages):
            owners = self._owners.get(place, {})
            there = _clean(self._pdf, page, set(owners))
            page.Tabs = Name.S
            if "/StructParents" in page:
                del page["/StructParents"]
            if owners:
                page.StructParents = place
                row = [owners.get(number) for number in range(max(owners) + 1)]
                numbers.append(place)
                numbers.append(self._pdf.make_indirect(Array(row)))
            self.lost += [place] * bool(owners.keys() - there)
        for place, (annotation, owner) in enumerate(self._links, start=len(self._pages)):
            annotation.StructParent = place
            numbers.append(place)
            numbers.append(owner)
        return numbers


def _in_head(node: Node) -> bool:
    return any(one.kind == "THead" for one in node.around())


def _clean(pdf: Pdf, page: Object, owned: set[int]) -> set[int]:
    """Make artifacts of what is no part of the text; return the numbers of what is."""
    met: set[int] = set()
    if "/Contents" not in page:
        return met
    instructions = list(pikepdf.parse_content_stream(page))
    changed = False
    for place, instruction in enumerate(instructions):
        if str(instruction.operator) != "BDC" or not isinstance(instruction.operands[1], Dictionary):
            continue
        number = instruction.operands[1].get("/MCID")
        if number is None:
            continue
        if int(number) in owned:
            met.add(int(number))
        else:
            artifact = [Name.Artifact, Dictionary(Type=Name.Pagination)]
            instructions[place] = Instruction(artifact, Operator("BDC"))
            changed = True
    if changed:
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
    return met
