"""The one door to WeasyPrint: loaded on first use, with fonts of our own only, and with its complaints heard."""

from __future__ import annotations

import functools
import hashlib
import importlib
import logging
import multiprocessing.util
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from translate_pub.model.diagnostic import MachineError
from translate_pub.model.makeup import Breaks
from translate_pub.model.shapes import ShapedFont
from translate_pub.publish import weasyprint_patches
from translate_pub.publish.fetcher import Fetcher
from translate_pub.publish.fonts import FontSet
from translate_pub.publish.tagging.marking import marking
from translate_pub.publish.weasyprint_patches import listed_breaks, searchable_text

if TYPE_CHECKING:
    from weasyprint import CSS, HTML
    from weasyprint.document import Document
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcherResponse

PANGO_PACKAGES = {
    "debian": "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "pango harfbuzz",
    "macos": "pango harfbuzz",
}
"""System -> the packages that bring Pango and its companions; those of the set-up (`tools.machine`) are the same."""
PANGO_HELP = (
    "Pango, which shapes the text, is not on this machine; get it with "
    f"`apt-get install {PANGO_PACKAGES['debian']}` (Debian), `dnf install {PANGO_PACKAGES['fedora']}` (Fedora) "
    f"or `brew install {PANGO_PACKAGES['macos']}` (macOS)"
)
_NO_FONT_FOLDERS = (
    "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'urn:fontconfig:fonts.dtd'>\n<fontconfig>{}</fontconfig>\n"
)


@functools.cache
def load() -> ModuleType:
    """Import WeasyPrint with our repairs, blind to the fonts of the machine.

    Raises:
        MachineError: Pango or one of its companions is missing.
    """
    isolate()
    try:
        with warnings.catch_warnings():
            # It wonders at a machine without fonts, which is just what `isolate` makes of this one.
            warnings.filterwarnings("ignore", "No fonts configured", UserWarning)
            weasyprint = importlib.import_module("weasyprint")  # a second that only a build pays
    except OSError as error:
        raise MachineError(f"{PANGO_HELP} ({error})") from error
    weasyprint_patches.apply()
    return weasyprint


@functools.cache
def isolate() -> Path:
    """Point fontconfig to a configuration without font folders; what a page may use comes by `@font-face` alone."""
    folder = Path(tempfile.mkdtemp(prefix="translate-pub-fonts-"))
    # Unlike `atexit`, this also runs at the end of a forked worker that made a folder of its own.
    multiprocessing.util.Finalize(None, shutil.rmtree, args=(folder, True), exitpriority=0)
    file = folder / "fonts.conf"
    file.write_text(_NO_FONT_FOLDERS.format(f"<cachedir>{folder}/cache</cachedir>"), "utf-8")
    os.environ["FONTCONFIG_FILE"] = str(file)
    return file


def versions() -> dict[str, str]:
    """Return the versions that line breaks depend on: WeasyPrint, Pango and HarfBuzz."""
    weasyprint = load()
    from weasyprint.text.ffi import ffi, harfbuzz, pango  # noqa: PLC0415 - the door itself

    number = pango.pango_version()
    ffi.cdef("const char *hb_version_string(void);", override=True)
    return {
        "weasyprint": weasyprint.__version__,
        "pango": f"{number // 10000}.{number // 100 % 100}.{number % 100}",
        "harfbuzz": ffi.string(harfbuzz.hb_version_string()).decode(),
    }


class _Served:
    """A `Fetcher` as WeasyPrint calls it."""

    _fail_on_errors = False

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher

    def __call__(self, url: str) -> URLFetcherResponse:
        from weasyprint.urls import URLFetcherResponse  # noqa: PLC0415 - the door itself

        resource = self._fetcher.read(url)
        return URLFetcherResponse(resource.url, resource.data, {"Content-Type": resource.kind})


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """A stylesheet parsed once, with the fonts that it names loaded."""

    css: CSS
    fonts: FontConfiguration
    counters: dict[str, object]


@functools.lru_cache(maxsize=2)
def read_stylesheet(
    css: str, fonts: FontSet, root: str
) -> tuple[Stylesheet, tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Parse a stylesheet; return it with the complaints about it and what it asked for outside the workspace."""
    weasyprint = load()
    from weasyprint.css.counters import CounterStyle  # noqa: PLC0415 - the door itself
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - likewise

    fetcher = Fetcher(Path(root), (face.path for face in fonts.faces))
    configuration, counters = FontConfiguration(), CounterStyle()
    with listening() as complaints:
        sheet = weasyprint.CSS(
            string=f"{fonts.css}\n{css}",
            base_url=fetcher.base,
            url_fetcher=_Served(fetcher),
            font_config=configuration,
            counter_style=counters,
        )
    copies = configuration._folder  # noqa: SLF001 - the copies of the fonts; a forked worker ends without deleting objects
    if copies:
        multiprocessing.util.Finalize(None, shutil.rmtree, args=(copies, True), exitpriority=0)
    return Stylesheet(sheet, configuration, counters), tuple(complaints), tuple(fetcher.refused.items())


def parse(html: str, fetcher: Fetcher) -> HTML:
    """Parse a section's HTML."""
    return load().HTML(string=html, base_url=fetcher.base, url_fetcher=_Served(fetcher))


def render(
    html: HTML, stylesheet: Stylesheet, extra: str = "", breaks: Sequence[Breaks] = ()
) -> tuple[Document, list[str]]:
    """Lay a document out with further rules of its own; return it with WeasyPrint's complaints.

    Args:
        html: as parsed.
        stylesheet: the edition's.
        extra: rules that follow it.
        breaks: words that are broken as a list says.
    """
    weasyprint = load()
    with listening() as complaints, listed_breaks.listed(breaks):
        sheets = [stylesheet.css]
        if extra:
            sheets.append(weasyprint.CSS(string=extra, font_config=stylesheet.fonts, url_fetcher=html.url_fetcher))
        document = html.render(font_config=stylesheet.fonts, counter_style=stylesheet.counters, stylesheets=sheets)
    return document, complaints


def write(document: Document, root: Element | None = None) -> tuple[bytes, tuple[tuple[str, str], ...], list[str]]:
    """Write a document as PDF; return it with (PDF font name, sha256 of its file) pairs and complaints.

    Args:
        document: as laid out.
        root: of the HTML, where the PDF is to be tagged.
    """
    from weasyprint.text.fonts import get_hb_object_data  # noqa: PLC0415 - the door itself

    searchable_text.prepare(document)
    with listening() as complaints, marking(root) if root is not None else nullcontext():
        data: bytes = document.write_pdf(pdf_identifier=b"chapter", pdf_tags=root is not None)
    fonts = {
        font.name.decode().lstrip("/"): hashlib.sha256(get_hb_object_data(font.hb_face)).hexdigest()
        for font in document.fonts.values()
    }
    return data, tuple(sorted(fonts.items())), complaints


def shaped_fonts(document: Document) -> tuple[ShapedFont, ...]:
    """Return the private fonts of a document that `write` has written."""
    from weasyprint.text.fonts import get_hb_object_data  # noqa: PLC0415 - the door itself

    found = [
        ShapedFont(
            font.name.decode().lstrip("/"),
            hashlib.sha256(get_hb_object_data(font.hb_face)).hexdigest(),
            tuple(font.codes.shapes),
        )
        for font in document.fonts.values()
        if hasattr(font, "codes")
    ]
    return tuple(sorted(found, key=lambda font: font.name))


@contextmanager
def listening() -> Iterator[list[str]]:
    """Gather what WeasyPrint logs as warnings and errors."""
    complaints: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: complaints.append(record.getMessage())  # type: ignore[method-assign] # a class for one line
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield complaints
    finally:
        logger.removeHandler(handler)
