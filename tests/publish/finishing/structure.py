"""The structure of a tagged PDF, read for the tests: as lines of kinds and texts, and its faults."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf


def outline(pdf: Pdf) -> list[str]:
    """Return the kinds of all elements, indented as they are nested."""
    return list(_lines(pdf.Root.StructTreeRoot.K[0], 0))


def _lines(element: Object, depth: int) -> Iterator[str]:
    yield "  " * depth + str(element.S)[1:]
    for kid in element.K.as_list():
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _lines(kid, depth + 1)


def elements(pdf: Pdf, kind: str) -> list[Object]:
    """Return the elements of a kind."""
    found = [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Type") == Name.StructElem]
    return [one for one in found if Name(f"/{kind}") == one.S]


def faults(pdf: Pdf) -> list[str]:
    """Find content without an owner or with two, links outside the tree, numbers used twice, notes without a name."""
    tree = pdf.Root.StructTreeRoot
    numbers = tree.ParentTree.Nums.as_list()
    parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
    told = _Told(parents)
    found = list(_walk(tree, tree.K[0], told))
    for number, page in enumerate(pdf.pages):
        found += _page_faults(number, page, told)
    found += [f"the number {key} is used twice" for key, times in Counter(told.keys).items() if times > 1]
    listed = [str(name) for leaf in tree.IDTree.Kids for name in leaf.Names[::2]] if "/IDTree" in tree else []
    return found if listed == sorted(listed) else [*found, "the names are not sorted"]


@dataclass
class _Told:
    """What the tree tells."""

    parents: dict[int, Object]
    owners: dict[tuple[object, int], list[Object]] = field(default_factory=dict)
    links: set[object] = field(default_factory=set)
    keys: list[int] = field(default_factory=list)


def _walk(parent: Object, element: Object, told: _Told) -> Iterator[str]:
    if element.P.objgen != parent.objgen:
        yield f"a {element.S} says that it is in another element"
    if Name.Note == element.S and "/ID" not in element:
        yield "a note has no name"
    if Name.Link == element.S and not any(isinstance(kid, Dictionary) and "/Obj" in kid for kid in element.K):
        yield "a link leads nowhere"
    for kid in element.K.as_list():
        if not isinstance(kid, Dictionary):
            told.owners.setdefault((element.Pg.objgen, int(kid)), []).append(element)
        elif kid.get("/Type") == Name.MCR:
            told.owners.setdefault((kid.Pg.objgen, int(kid.MCID)), []).append(element)
        elif kid.get("/Type") == Name.OBJR:
            told.links.add(kid.Obj.objgen)
        else:
            yield from _walk(element, kid, told)


def _page_faults(number: int, page: pikepdf.Page, told: _Told) -> Iterator[str]:
    row: list[Object] = []
    if "/StructParents" in page.obj:
        told.keys.append(int(page.obj.StructParents))
        row = list(told.parents[told.keys[-1]].as_list())
    for identifier in marked(page):
        own = told.owners.get((page.obj.objgen, identifier), [])
        if len(own) != 1 or identifier >= len(row) or row[identifier].objgen != own[0].objgen:
            yield f"page {number + 1}: content {identifier} has {len(own)} owners, or another than it is told"
    for annotation in page.obj.get("/Annots", Array()).as_list():
        told.keys.append(int(annotation.get("/StructParent", -1)))
        if annotation.objgen not in told.links:
            yield f"page {number + 1}: a link is outside the tree"
        if not str(annotation.get("/Contents", "")):
            yield f"page {number + 1}: a link says nothing of itself"


def marked(page: pikepdf.Page) -> list[int]:
    """Return the numbers of a page's marked content; what is drawn outside of any is a fault by itself."""
    found: list[int] = []
    depth = 0
    if "/Contents" not in page.obj:
        return found
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in {"BDC", "BMC"}:
            depth += 1
            operands = list(instruction.operands)
            if len(operands) > 1 and isinstance(operands[1], Dictionary) and "/MCID" in operands[1]:
                found.append(int(operands[1].MCID))
        elif operator == "EMC":
            depth -= 1
        elif operator in {"Tj", "TJ", "f", "S", "B", "sh", "Do"}:
            assert depth, f"{operator} outside of marked content"
    return found
