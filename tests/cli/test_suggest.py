"""Empty messages are filled from the memory, from TMX, and by a machine."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import polib
import pytest

from tests.cli.speaking import Say
from translate_pub.catalog.exchange import tmx
from translate_pub.catalog.exchange.tmx import Pair

GERMAN = Path("locales/de/LC_MESSAGES/leaflet")
URDU = Path("locales/ur/LC_MESSAGES/leaflet")


class Service(HTTPServer):
    """A server that speaks LibreTranslate's API, and translates into capitals."""

    def __init__(self, key: str = "") -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.key = key
        self.questions: list[dict[str, Any]] = []
        self.spoils = False

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """Answers as LibreTranslate's documentation says."""

    server: Service

    def do_POST(self) -> None:
        """Translate what stands between tags."""
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.questions.append(question)
        if self.path != "/translate" or question.get("api_key", "") != self.server.key:
            self._answer(403, {"error": "Invalid API key"})
            return
        texts = [re.sub(r"(<[^>]*>)|([^<>]+)", self._translate, text) for text in question["q"]]
        self._answer(200, {"translatedText": texts})

    def _translate(self, match: re.Match[str]) -> str:
        if match[1]:
            return "" if self.server.spoils else match[1]
        return re.sub(r"&\w+;|\w+", lambda word: word[0] if word[0].startswith("&") else word[0].upper(), match[0])

    def _answer(self, code: int, value: dict[str, Any]) -> None:
        data = json.dumps(value).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def service() -> Iterator[Service]:
    """Start a server, and stop it afterwards."""
    with Service() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def press(leaflet: Path, say: Say) -> Path:
    """Give a workspace in step."""
    assert say("-C", leaflet, "update").code == 0
    return leaflet


def _entries(folder: Path) -> dict[str, polib.POEntry]:
    return {entry.msgid: entry for path in folder.glob("*.po") for entry in polib.pofile(str(path))}


def test_a_second_book_takes_from_the_first(press: Path, say: Say) -> None:
    """What a leaflet has translated fills the same paragraphs of another book, fuzzy and with where it stood."""
    book = press / "source_texts" / "second"
    book.mkdir()
    (book / "book.toml").write_text('title = "Second"\nchapters = ["01-meeting.md"]\n', encoding="utf-8")
    (book / "01-meeting.md").write_bytes((press / "source_texts" / "leaflet" / "01-meeting.md").read_bytes())
    assert say("-C", press, "update").code == 0
    answer = say("-C", press, "suggest", "second", "--lang", "sv")
    assert answer.code == 0, answer.err
    made = _entries(press / "locales/sv/LC_MESSAGES/second")
    held = _entries(press / "locales/sv/LC_MESSAGES/leaflet")
    filled = [entry for entry in made.values() if entry.msgstr]
    assert filled
    for entry in filled:
        assert entry.fuzzy
        assert re.search("^translate-pub: suggested leaflet/.* 1.00$", entry.tcomment, re.MULTILINE)
        assert entry.msgstr == held[entry.msgid].msgstr


def test_a_translation_memory_of_another_program_is_searched(press: Path, say: Say, tmp_path: Path) -> None:
    """A TMX file named or in the folder `memory` is part of the memory, whatever the regions of its languages."""
    data = tmx.write([Pair("The meeting", "Die Versammlung", "en-GB", "de-AT")], "en-GB")
    (tmp_path / "old books.tmx").write_bytes(data)
    assert say("-C", press, "suggest", "--lang", "de", "--tmx", tmp_path / "old books.tmx").code == 0
    entry = _entries(press / GERMAN)["The meeting"]
    assert (entry.msgstr, entry.fuzzy) == ("Die Versammlung", True)
    assert entry.tcomment == "translate-pub: suggested old_books.tmx 1.00"


def test_the_folder_of_memories_is_searched(press: Path, say: Say) -> None:
    """Every TMX file of the workspace's folder counts without being named."""
    (press / "memory").mkdir()
    (press / "memory" / "old.tmx").write_bytes(tmx.write([Pair("The meeting", "Die Versammlung", "en", "de")], "en"))
    assert say("-C", press, "suggest", "--lang", "de").code == 0
    assert _entries(press / GERMAN)["The meeting"].msgstr == "Die Versammlung"


def test_a_machine_translates_what_is_left(press: Path, say: Say, service: Service) -> None:
    """A server's translation is fuzzy, marked, and has every mark of the source."""
    answer = say("-C", press, "suggest", "--lang", "de", "--machine", service.url)
    assert answer.code == 0, answer.err
    entry = next(one for one in _entries(press / GERMAN).values() if "*everybody*" in one.msgid)
    assert entry.msgstr == "A LAMP STANDS ON THE TABLE, AND *EVERYBODY* HAS READ THE SAME TEN PAGES.[^pages]"
    assert entry.fuzzy
    assert "translate-pub: suggested libretranslate by machine" in entry.tcomment
    assert {(one["source"], one["target"], one["format"]) for one in service.questions} == {("en", "de", "html")}


def test_what_is_translated_is_not_sent_to_a_machine(press: Path, say: Say, service: Service) -> None:
    """Only empty messages leave the house."""
    assert say("-C", press, "suggest", "--lang", "sv", "--machine", service.url).code == 0
    assert service.questions == []


def test_a_translation_that_lost_markup_is_not_entered(press: Path, say: Say, service: Service) -> None:
    """A machine that drops the call of a footnote is told of, and its text is not used."""
    service.spoils = True
    answer = say("-C", press, "suggest", "--lang", "de", "--machine", service.url)
    assert "lost markup" in answer.err
    assert not any(entry.msgstr for entry in _entries(press / GERMAN).values() if "[^" in entry.msgid)


def test_the_key_comes_from_the_environment(
    press: Path, say: Say, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that asks for a key gets it; without one its own words are said, and nothing is written."""
    service.key = "secret"
    before = (press / GERMAN / "01-meeting.po").read_bytes()
    refused = say("-C", press, "suggest", "--lang", "de", "--machine", service.url)
    assert refused.code == 1
    assert "Invalid API key" in refused.err
    assert (press / GERMAN / "01-meeting.po").read_bytes() == before
    monkeypatch.setenv("TRANSLATE_PUB_MT_KEY", "secret")
    assert say("-C", press, "suggest", "--lang", "de", "--machine", service.url).code == 0


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "localhost:5000", "file:///etc/passwd"])
def test_a_server_that_cannot_be_reached_is_named(press: Path, say: Say, url: str) -> None:
    """A wrong address ends with a message that has it."""
    answer = say("-C", press, "suggest", "--lang", "de", "--machine", url)
    assert answer.code == 1
    assert url in answer.err


def test_check_writes_nothing(press: Path, say: Say) -> None:
    """What would be filled is listed, and files stay."""
    (press / "memory").mkdir()
    (press / "memory" / "old.tmx").write_bytes(tmx.write([Pair("The meeting", "Die Versammlung", "en", "de")], "en"))
    before = (press / GERMAN / "01-meeting.po").read_bytes()
    answer = say("-C", press, "suggest", "--lang", "de", "--check")
    assert answer.out.split() == [str(GERMAN / "01-meeting.po")]
    assert (press / GERMAN / "01-meeting.po").read_bytes() == before


def test_a_damaged_memory_is_named(press: Path, say: Say, tmp_path: Path) -> None:
    """A TMX file that cannot be read costs itself only, and is a finding."""
    (tmp_path / "bad.tmx").write_text("<tmx><body>", encoding="utf-8")
    answer = say("-C", press, "suggest", "--lang", "de", "--tmx", tmp_path / "bad.tmx")
    assert answer.code == 1
    assert "bad.tmx" in answer.err
