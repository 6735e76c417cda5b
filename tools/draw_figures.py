"""Draw the figures of the sample books: `python -m tools.draw_figures`.

Maps, charts and time lines are written as SVG beside the texts, the same bytes at every run. They hold no words, so
that one drawing serves every language. The outlines of the maps are read from `figures/outlines.toml` of the handbook.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from tools.figures.charts import draw_dumas, draw_members, draw_strikers, draw_votes
from tools.figures.drawing import Drawing
from tools.figures.maps import draw_exile, draw_petrograd, draw_routes
from tools.figures.time_lines import draw_calendar, draw_factions, draw_parts, draw_year_1917

SOURCES = Path(__file__).resolve().parent.parent / "source_texts"
HANDBOOK = SOURCES / "bolshevism-handbook" / "figures"
PAMPHLET = SOURCES / "launch-pamphlet" / "figures"


def draw_all() -> dict[Path, Drawing]:
    """Draw every figure, by the file it belongs in."""
    outlines = tomllib.loads((HANDBOOK / "outlines.toml").read_text(encoding="utf-8"))
    return {
        HANDBOOK / "calendar.svg": draw_calendar(),
        HANDBOOK / "factions.svg": draw_factions(),
        HANDBOOK / "exile.svg": draw_exile(outlines),
        HANDBOOK / "routes.svg": draw_routes(outlines),
        HANDBOOK / "votes.svg": draw_votes(),
        HANDBOOK / "strikers.svg": draw_strikers(),
        HANDBOOK / "dumas.svg": draw_dumas(),
        HANDBOOK / "year-1917.svg": draw_year_1917(),
        HANDBOOK / "members.svg": draw_members(),
        HANDBOOK / "petrograd.svg": draw_petrograd(outlines),
        PAMPHLET / "parts.svg": draw_parts(),
    }


def main() -> None:
    """Write every figure."""
    for path, drawing in draw_all().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(drawing.svg(), encoding="utf-8", newline="\n")
        print(path.relative_to(SOURCES.parent))


if __name__ == "__main__":
    main()
