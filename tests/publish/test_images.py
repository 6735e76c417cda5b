"""Images on the pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from translate_pub.model.diagnostic import Severity
from translate_pub.publish.chapter import LayoutJob, lay_out

MakeJob = Callable[..., LayoutJob]


def _figure(source: str, style: str = "") -> str:
    return f'<figure data-source="chapter.md:7"><img src="{source}" style="{style}"></figure>'


def test_a_missing_image_is_an_error_at_its_line(make_job: MakeJob) -> None:
    """It is found once, where the source names it."""
    (finding,) = lay_out(make_job(_figure("none.png"))).diagnostics
    assert (finding.code, str(finding.span)) == ("P004", "chapter.md:7")
    assert "none.png" in finding.message


@pytest.mark.parametrize(("name", "data"), [("map.png", b"no image"), ("map.svg", b"<svg><g></svg>"), ("map.jpg", b"")])
def test_an_image_that_cannot_be_read_is_an_error(make_job: MakeJob, root: Path, name: str, data: bytes) -> None:
    """A damaged file is not silently left out."""
    (root / name).write_bytes(data)
    found = lay_out(make_job(_figure(name))).diagnostics
    assert {finding.code for finding in found} == {"P005"}
    assert "object at 0x" not in "".join(finding.message for finding in found)


def test_an_image_that_ends_too_soon_is_an_error(make_job: MakeJob, root: Path) -> None:
    """The layout engine would fill the rest with grey."""
    Image.effect_noise((600, 600), 90).save(root / "map.png")
    (root / "map.png").write_bytes((root / "map.png").read_bytes()[:20000])
    assert "P005" in {finding.code for finding in lay_out(make_job(_figure("map.png", "width:20mm"))).diagnostics}


@pytest.mark.parametrize(
    ("pixels", "severity"), [(240, None), (235, Severity.WARNING), (120, Severity.WARNING), (117, Severity.ERROR)]
)
def test_the_resolution_is_that_of_the_placed_image(
    make_job: MakeJob, root: Path, pixels: int, severity: Severity | None
) -> None:
    """At 20 mm, 236.2 pixels are 300 an inch and 118.1 are 150."""
    Image.new("L", (pixels, pixels), 128).save(root / "map.png")
    found = lay_out(make_job(_figure("map.png", "width:20mm;height:20mm"))).diagnostics
    assert [(one.code, one.severity, str(one.span)) for one in found] == (
        [("P006", severity, "chapter.md:7")] if severity else []
    )


def test_a_drawing_has_no_pixels_to_count(make_job: MakeJob, root: Path) -> None:
    """SVG is sharp at any size."""
    (root / "map.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4"/></svg>'
    )
    assert not lay_out(make_job(_figure("map.svg", "width:60mm"))).diagnostics
