"""A translation laid beside its source: a page to look it through, and JSON."""

from __future__ import annotations

import json as json_format
from collections import Counter
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from typing import Any

from translate_pub.catalog.directions import direction
from translate_pub.model.alignment import Block, Fate, Find, Import, Row
from translate_pub.report import findings
from translate_pub.report.words import count

_STATES = {
    "sure": "certain",
    "doubtful": "doubtful",
    "missing": "without a translation",
    "stray": "only in the translation",
    "kept": "catalogue differs",
}


def page(done: Import) -> str:
    """Write the page: one HTML file that needs no other, with a filter by state."""
    style = files("translate_pub.report").joinpath("alignment.css").read_text("utf-8")
    script = files("translate_pub.report").joinpath("alignment.js").read_text("utf-8")
    rows = [cells for row in done.rows for cells in _row(row, done)]
    states = Counter(state for row in done.rows for state in _states(row))
    title = escape(f"{done.book}: translation into {done.language}")
    return "\n".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>",
            f"<header>\n<h1>{title}</h1>\n<p>{escape(', '.join(done.files))}</p>\n{_filter(states)}\n</header>",
            "<table>\n<thead><tr><th>source</th><th>translation</th><th>sure</th></tr></thead>\n<tbody>",
            *rows,
            f"</tbody>\n</table>\n<script>\n{script}</script>\n</body>\n</html>\n",
        )
    )


def json(done: Import) -> str:
    """Write the import as JSON: every place of the source, what found no place, and the findings."""
    value = {
        "book": done.book,
        "language": done.language,
        "files": list(done.files),
        "catalogs": list(done.catalogs),
        "messages": [_value(find) for find in done.finds],
        "strays": [_stray(block) for row in done.rows for block in row.strays],
        **json_format.loads(findings.json(done.diagnostics)),
    }
    return json_format.dumps(value, ensure_ascii=False, indent=2)


def summary(done: Import, *, written: bool) -> str:
    """Say in a line what was brought in."""
    if done.failed:
        return "nothing was brought in"
    fates = Counter(find.fate for find in done.finds)
    doubtful = sum(find.doubtful and bool(find.text) for find in done.finds)
    strays = sum(len(row.strays) for row in done.rows)
    told = [f"{count(fates[Fate.ENTERED], 'place')} of the source {'got' if written else 'would get'} a translation"]
    told += [f"{doubtful:,} of them doubtful"] if doubtful else []
    told += [f"{fates[Fate.SAME]:,} had the same already"] if fates[Fate.SAME] else []
    told += [f"{fates[Fate.KEPT]:,} keep another that was there"] if fates[Fate.KEPT] else []
    told += [f"{fates[Fate.MISSING]:,} found none"] if fates[Fate.MISSING] else []
    told += [f"{fates[Fate.HOMELESS]:,} are not in their catalogue"] if fates[Fate.HOMELESS] else []
    told += [f"{count(strays, 'text')} of the translation found no place"] if strays else []
    files_told = f"{count(len(done.catalogs), 'catalogue')} {'written' if written else 'would be written'}"
    return f"{'; '.join(told)}; {files_told}"


def _states(row: Row) -> Iterator[str]:
    """Give the state of every line of a row."""
    yield from (_state(find) for find in row.finds)
    yield from ("stray" for _ in row.strays)


def _state(find: Find) -> str:
    if not find.text:
        return "missing"
    if find.doubtful:
        return "doubtful"
    return "kept" if find.fate is Fate.KEPT else "sure"


def _filter(states: Counter[str]) -> str:
    """Write the boxes by which lines are shown or hidden; everything is shown where no script runs."""
    told = {state: f"{escape(name)} ({states[state]})" for state, name in _STATES.items() if states[state]}
    boxes = (
        f'<label class="{state}"><input type="checkbox" value="{state}" checked> {text}</label>'
        for state, text in told.items()
    )
    return f"<nav>{' '.join(boxes)}</nav>"


def _row(row: Row, done: Import) -> Iterator[str]:
    """Write the lines of a bead."""
    for number, find in enumerate(row.finds):
        text = escape(find.text) or "—"
        reasons = "".join(f"<li>{escape(reason)}</li>" for reason in find.reasons)
        source = f"{_place(find.chapter, find.line, find.kind)}<p>{escape(find.key[1])}</p>"
        translation = f"{_place(find.file, find.file_line, '')}<p>{text}</p>"
        yield "\n".join(
            (
                f'<tr class="{_state(find)}{" joined" if number else ""}">',
                f"<td {_tongue(done.source_language)}>{source}</td>",
                f"<td {_tongue(done.language)}>{translation}</td>",
                f'<td><span class="figure">{find.confidence:.2f}</span><ul>{reasons}</ul></td></tr>',
            )
        )
    for block in row.strays:
        yield (
            f'<tr class="stray"><td></td><td {_tongue(done.language)}>{_place(block.chapter, block.line, block.kind)}'
            f"<p>{escape(block.text)}</p></td><td></td></tr>"
        )


def _tongue(language: str) -> str:
    return f'lang="{escape(language)}" dir="{direction(language)}"'


def _place(name: str, line: int | None, kind: str) -> str:
    """Write where a text stands, small and from left to right."""
    where = f"{name}:{line}" if name and line else name
    told = " · ".join(part for part in (where, kind) if part)
    return f'<small dir="ltr" lang="en">{escape(told)}</small>' if told else ""


def _value(find: Find) -> dict[str, Any]:
    """Return a find as JSON has it."""
    return {
        "chapter": find.chapter,
        "line": find.line,
        "context": find.key[0],
        "message": find.key[1],
        "translation": find.text,
        "confidence": round(find.confidence, 3),
        "doubtful": find.doubtful,
        "reasons": list(find.reasons),
        "file": find.file,
        "file_line": find.file_line,
        "fate": find.fate.value,
    }


def _stray(block: Block) -> dict[str, Any]:
    return {"file": block.chapter, "line": block.line, "kind": block.kind, "text": block.text}
