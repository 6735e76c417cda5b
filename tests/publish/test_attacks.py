"""Pages that try to take files from outside the workspace into the PDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from translate_pub.publish.chapter import LayoutJob, lay_out

TELLTALE = "what-only-the-machine-knows"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="20">{}</svg>'
)
MakeJob = Callable[..., LayoutJob]


@pytest.fixture
def secret(root: Path) -> str:
    """Give the address of a file outside that is an image, a stylesheet and a text in one."""
    file = root.parent / "outside" / "secret.svg"
    file.write_text(SVG.format(f'<text y="10" id="t" font-family="EB Garamond">{TELLTALE}</text>'), "utf-8")
    (root / "linked.svg").symlink_to(file)
    return file.as_uri()


def _everything(data: bytes) -> bytes:
    """Return all bytes of a PDF, unpacked."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [item.read_bytes() for item in pdf.objects if isinstance(item, pikepdf.Stream) and _readable(item)]
        texts = b"".join(_texts(streams))
        return b"".join(streams) + texts + data


def _readable(stream: pikepdf.Stream) -> bool:
    return stream.get("/Filter") in {None, pikepdf.Name.FlateDecode}


def _texts(streams: list[bytes]) -> list[bytes]:
    return [stream for stream in streams if b"beginbfchar" in stream]


REFERENCES = {
    "an image": '<img src="{url}">',
    "an image over a link": '<img src="linked.svg">',
    "a background": '<p style="background-image:url({url})">text</p>',
    "a list mark": '<ul style="list-style-image:url({url})"><li>text</li></ul>',
    "generated content": "<style>p::before{{content:url({url})}}</style><p>text</p>",
    "an imported stylesheet": '<style>@import url("{url}");</style><p>text</p>',
    "a linked stylesheet": '<link rel="stylesheet" href="{url}"><p>text</p>',
    "an image in a drawing": '<svg width="20" height="20"><image href="{url}" width="9" height="9"/></svg>',
    "an image in a drawing, in old spelling": SVG.replace("{}", '<image xlink:href="{url}" width="9" height="9"/>'),
    "a used drawing": '<svg width="20" height="20"><use href="{url}#t"/></svg>',
}
EMBEDS = {
    "an attachment link": '<p><a rel="attachment" href="{url}">text</a></p>',
    "an attachment": '<link rel="attachment" href="{url}"><p>text</p>',
    "an object": '<object data="{url}">text</object>',
    "an embed": '<embed src="{url}"><p>text</p>',
    "a frame": '<iframe src="{url}"></iframe><p>text</p>',
    "a base": '<base href="file:///"><p>text</p>',
}


@pytest.mark.parametrize("name", REFERENCES)
def test_a_reference_that_leads_outside_is_an_error(make_job: MakeJob, secret: str, name: str) -> None:
    """It is reported, and nothing of the file is in the PDF."""
    pages = lay_out(make_job(REFERENCES[name].replace("{url}", secret).replace("{{", "{").replace("}}", "}")))
    assert "P002" in {finding.code for finding in pages.diagnostics}
    assert TELLTALE.encode() not in _everything(pages.pdf)
    assert "secret.svg" in " ".join(map(str, pages.diagnostics))


@pytest.mark.parametrize("name", EMBEDS)
def test_an_embedding_element_is_left_out(make_job: MakeJob, secret: str, name: str) -> None:
    """Attachments, objects and frames are errors, and the text around them is printed."""
    pages = lay_out(make_job(f'<div data-source="a.md:3">{EMBEDS[name].format(url=secret)}</div>'))
    found = [finding for finding in pages.diagnostics if finding.code == "P003"]
    assert [str(finding.span) for finding in found] == ["a.md:3"]
    assert TELLTALE.encode() not in _everything(pages.pdf)
    with pikepdf.open(io.BytesIO(pages.pdf)) as pdf:
        assert not pdf.attachments


def test_a_drawing_of_the_workspace_may_not_reach_outside(make_job: MakeJob, root: Path, secret: str) -> None:
    """The images that an SVG file names are served by the same rule."""
    inner = f'<image xlink:href="{secret}" width="9" height="9"/>'
    (root / "map.svg").write_text(SVG.format(inner), "utf-8")
    pages = lay_out(make_job('<p><img src="map.svg"></p>'))
    assert [finding.code for finding in pages.diagnostics] == ["P002"]
    assert TELLTALE.encode() not in _everything(pages.pdf)


def test_a_stylesheet_of_the_book_may_not_reach_outside(make_job: MakeJob, secret: str) -> None:
    """What its own CSS asks for is reported like what the text asks for."""
    pages = lay_out(make_job("<p>text</p>", css=f"body{{background:url({secret})}}"))
    assert [finding.code for finding in pages.diagnostics] == ["P002"]


def test_a_drawing_of_the_workspace_is_printed(make_job: MakeJob, root: Path) -> None:
    """What lies inside is used without a word."""
    (root / "map.svg").write_text(SVG.format('<rect width="9" height="9"/>'), "utf-8")
    assert not lay_out(make_job('<p><img src="map.svg"></p>', css="body{background:url(map.svg)}")).diagnostics
