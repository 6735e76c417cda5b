"""Machines that translate: the adapter of services that speak LibreTranslate's API, which one can run oneself.

Source: LibreTranslate's documentation of its API, `POST /translate` (docs.libretranslate.com).
"""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.request
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from translate_pub.model.diagnostic import MachineError

KEY = "TRANSLATE_PUB_MT_KEY"
"""Name of the environment variable that holds the service's key: no secret stands in a configuration."""
_TIMEOUT = 120.0
"""Seconds for one request."""
_BATCH = 20
"""Texts a request: a service on a desk translates so many paragraphs well within the time."""
_LONGEST = 16 * 1024 * 1024
"""Bytes of an answer."""


@dataclass(frozen=True, slots=True)
class LibreTranslate:
    """A service that speaks LibreTranslate's API."""

    url: str
    """Its address, for example `http://localhost:5000`."""
    key: str = ""
    """What it knows its users by; empty where it asks for none."""

    @property
    def name(self) -> str:
        """What suggestions are marked with."""
        return "libretranslate"

    def translate(self, texts: tuple[str, ...], source_language: str, language: str) -> tuple[str, ...]:
        """Translate fragments of HTML, a batch at a time.

        Raises:
            MachineError: the service cannot be reached, refuses, or answers what it should not.
        """
        remaining, translated = iter(texts), list[str]()
        while batch := list(islice(remaining, _BATCH)):
            translated += self._ask(batch, source_language, language)
        return tuple(translated)

    def _ask(self, texts: list[str], source_language: str, language: str) -> list[str]:
        question: dict[str, Any] = {
            "q": texts,
            "source": _code(source_language),
            "target": _code(language),
            "format": "html",
        }
        if self.key:
            question["api_key"] = self.key
        answer = self._post(question)
        found = answer.get("translatedText")
        if not isinstance(found, list) or len(found) != len(texts) or not all(isinstance(one, str) for one in found):
            raise MachineError(f"{self.url} answered something else than {len(texts)} translations")
        return found

    def _post(self, question: dict[str, Any]) -> dict[str, Any]:
        request = urllib.request.Request(  # noqa: S310  # `connect` lets no other scheme pass than http and https
            f"{self.url.rstrip('/')}/translate",
            data=json.dumps(question).encode(),
            headers={"Content-Type": "application/json", "Accept": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=_TIMEOUT) as response:  # noqa: S310  # as above
                answer = json.loads(response.read(_LONGEST))
        except urllib.error.HTTPError as error:
            raise MachineError(f"{self.url} refused to translate: {_reason(error)}") from error
        except (OSError, ValueError) as error:
            raise MachineError(f"{self.url} cannot be reached or gave no answer: {error}") from error
        return answer if isinstance(answer, dict) else {}


def connect(url: str) -> LibreTranslate:
    """Make the adapter of a service.

    Raises:
        MachineError: the address is none of the web's.
    """
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).netloc:
        raise MachineError(f"{url} is no address of a translating service: http://localhost:5000 would be one")
    return LibreTranslate(url, os.environ.get(KEY, ""))


def _code(language: str) -> str:
    """Name a language as LibreTranslate does: without its region, but for the scripts of Chinese and Brazil."""
    base, *rest = language.split("-")
    kept = {"Hans", "Hant", "BR"}
    return "-".join((base, *(part for part in rest if part in kept)))


def _reason(error: urllib.error.HTTPError) -> str:
    try:
        said = json.loads(error.read(10_000)).get("error", "")
    except (ValueError, AttributeError, OSError):
        said = ""
    return said or f"{error.code} {error.reason}"
