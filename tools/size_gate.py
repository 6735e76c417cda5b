"""Hold modules and functions to their size: `python -m tools.size_gate`.

Counted are lines of code: no docstrings, comments, blanks, nor data tables (module-level assignments of literals).
A module has at most 350, a function at most 45. At most five exceptions stand in pyproject.toml, each with its reason:

    [tool.size-gate]
    exceptions = [{ name = "src/translate_pub/source/reading.py:read", lines = 60, reason = "..." }]
"""

from __future__ import annotations

import ast
import io
import sys
import tokenize
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("src", "tests", "tools", "benchmarks", "hatch_build.py")
MODULE_LINES = 350
FUNCTION_LINES = 45
MOST_EXCEPTIONS = 5
SILENT_TOKENS = frozenset(
    {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
CONTAINERS = (ast.Dict, ast.List, ast.Set, ast.Tuple)


@dataclass(frozen=True)
class Size:
    """How long a module or a function is.

    Attributes:
        name: "src/a.py" for a module, "src/a.py:Class.function" for a function.
        line: Where it begins.
        lines: Lines of code.
        limit: The most it may have.
    """

    name: str
    line: int
    lines: int
    limit: int


@dataclass(frozen=True)
class Exemption:
    """A module or function that may be longer, and why."""

    name: str
    lines: int
    reason: str


def measure(path: str, text: str) -> Iterator[Size]:
    """Measure a module and each of its functions, methods and inner functions."""
    tree = ast.parse(text)
    code = _code_lines(text) - _docstring_lines(tree) - _table_lines(tree)
    yield Size(path, 1, len(code), MODULE_LINES)
    for name, function in _functions(tree, ""):
        own = range(function.lineno, (function.end_lineno or function.lineno) + 1)
        yield Size(f"{path}:{name}", function.lineno, len(code.intersection(own)), FUNCTION_LINES)


def judge(sizes: Iterable[Size], exemptions: Iterable[Exemption]) -> Iterator[str]:
    """Tell what is too long, and which exemptions are without reason or use."""
    allowed = {exemption.name: exemption for exemption in exemptions}
    if len(allowed) > MOST_EXCEPTIONS:
        yield f"pyproject.toml: {len(allowed)} exceptions from the size gate; at most {MOST_EXCEPTIONS} are allowed"
    yield from (
        f"pyproject.toml: the exception {each.name} gives no reason" for each in allowed.values() if not each.reason
    )
    long = {size.name: size for size in sizes if size.lines > size.limit}
    for name, size in long.items():
        limit = allowed[name].lines if name in allowed else size.limit
        if size.lines > limit:
            path = name.partition(":")[0]
            yield f"{path}:{size.line}: {name} has {size.lines} lines of code; allowed are {limit}"
    yield from (f"pyproject.toml: the exception {name} is not needed" for name in allowed.keys() - long.keys())


def exemptions(pyproject: Path = ROOT / "pyproject.toml") -> tuple[Exemption, ...]:
    """Read the exceptions.

    Raises:
        TypeError: A key is unknown or missing.
    """
    tool = tomllib.loads(pyproject.read_text(encoding="utf-8")).get("tool", {})
    return tuple(Exemption(**table) for table in tool.get("size-gate", {}).get("exceptions", ()))


def modules(root: Path = ROOT) -> Iterator[Path]:
    """Every Python file that the gate holds."""
    for room in ROOMS:
        path = root / room
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


def _code_lines(text: str) -> set[int]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return {
        line for token in tokens if token.type not in SILENT_TOKENS for line in range(token.start[0], token.end[0] + 1)
    }


def _docstring_lines(tree: ast.Module) -> set[int]:
    documented = (ast.Module, ast.ClassDef, *FUNCTIONS)
    bodies = (node.body for node in ast.walk(tree) if isinstance(node, documented))
    return {line for body in bodies if body and _is_text(body[0]) for line in _lines(body[0])}


def _is_text(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def _table_lines(tree: ast.Module) -> set[int]:
    assignments = (node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign))
    return {line for node in assignments if node.value and _is_literal(node.value) for line in _lines(node)}


def _is_literal(value: ast.expr) -> bool:
    """Whether a value is written out: constants, names, and containers of these, frozen or not."""
    if isinstance(value, ast.Call):
        freezes = isinstance(value.func, ast.Name) and value.func.id in {"frozenset", "MappingProxyType"}
        return freezes and not value.keywords and all(_is_literal(argument) for argument in value.args)
    if isinstance(value, ast.UnaryOp):
        return _is_literal(value.operand)
    if isinstance(value, CONTAINERS):
        return all(_is_literal(child) for child in ast.iter_child_nodes(value) if isinstance(child, ast.expr))
    return isinstance(value, ast.Constant | ast.Name | ast.Attribute)


def _lines(node: ast.stmt) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def _functions(node: ast.AST, prefix: str) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, FUNCTIONS):
            yield prefix + child.name, child
        inner = f"{prefix}{child.name}." if isinstance(child, (ast.ClassDef, *FUNCTIONS)) else prefix
        yield from _functions(child, inner)


def main() -> int:
    """Measure the project; 1 where something is too long."""
    sizes = [
        size
        for path in modules()
        for size in measure(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    ]
    findings = tuple(judge(sizes, exemptions()))
    print("\n".join(findings) if findings else f"size gate: {len(sizes)} modules and functions within their limits")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
