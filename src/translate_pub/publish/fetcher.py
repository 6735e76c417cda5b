"""The only way by which a page's resources are read: files of the workspace and of the tool, never anything else."""

from __future__ import annotations

import base64
import binascii
import mimetypes
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit
from urllib.request import url2pathname

DATA_LIMIT = 1_000_000
"""Bytes that an image written into an address (`data:`) may have."""
ADDRESS_LENGTH = 200
"""Characters of an address that was refused that are remembered."""
_DATA = re.compile(r"data:(?P<kind>[\w.+/-]*)(?P<options>(?:;[^,]*)?),(?P<body>.*)", re.DOTALL)
_SCHEME = re.compile(r"([a-zA-Z][\w+.-]*):")


@dataclass(frozen=True, slots=True)
class Resource:
    """A file that a page may use."""

    url: str
    data: bytes
    kind: str
    """Media type."""


class ResourceError(Exception):
    """A resource was not served; the text says why, for the user."""


class OutsideError(ResourceError):
    """It lies outside the workspace."""


class MissingError(ResourceError):
    """There is no such file."""


class Fetcher:
    """Serves a build's resources, and remembers what it refused.

    Attributes:
        refused: address -> why, of everything that lies outside.
    """

    def __init__(self, root: Path, files: Iterable[str] = ()) -> None:
        """Serve what lies under `root`, symbolic links resolved, and the given files of the tool."""
        self._root = root.resolve()
        self._files = frozenset(Path(file).resolve() for file in files)
        self.refused: dict[str, str] = {}

    @property
    def base(self) -> str:
        """The address that those in the HTML are relative to."""
        return self._root.as_uri() + "/"

    def read(self, url: str) -> Resource:
        """Read a resource by its absolute address.

        Raises:
            OutsideError: It is not the workspace's own.
            MissingError: It does not exist or is no file.
            ResourceError: It cannot be read.
        """
        try:
            return self._read(url)
        except OutsideError as error:
            self.refused.setdefault(url[:ADDRESS_LENGTH], str(error))
            raise

    def _read(self, url: str) -> Resource:
        if url[:5].casefold() == "data:":
            return _read_data(url)
        path = self.resolve(url)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ResourceError(f"{path} cannot be read: {error.strerror}") from error
        return Resource(path.as_uri(), data, mimetypes.guess_type(path.name)[0] or "application/octet-stream")

    def resolve(self, url: str) -> Path:
        """Return the real path of a file address.

        Raises:
            OutsideError: It leads outside the workspace, over a symbolic link or otherwise.
            MissingError: There is no such file.
        """
        scheme = _SCHEME.match(url)
        if not scheme or scheme[1].casefold() != "file":
            raise OutsideError("only files of the workspace are read, nothing from the network")
        parts = urlsplit(url)
        if parts.netloc not in {"", "localhost"}:
            raise OutsideError("it is on another machine")
        named = Path(url2pathname(parts.path))
        try:
            path = named.resolve()
        except (OSError, RuntimeError, ValueError) as error:
            raise MissingError(f"{unquote(parts.path)} is not a usable path") from error
        if not (path in self._files or path.is_relative_to(self._root)):
            raise OutsideError(f"it leads to {path}, outside the workspace")
        if not path.is_file():
            raise MissingError(f"there is no file {path.relative_to(self._root)}")
        return path


def _read_data(url: str) -> Resource:
    match = _DATA.fullmatch(url)
    if not match or not match["kind"].casefold().startswith("image/"):
        raise OutsideError("an address may carry the bytes of an image only")
    try:
        encoded = ";base64" in match["options"].casefold()
        body = unquote_to_bytes(match["body"])
        data = base64.b64decode(body, validate=True) if encoded else body
    except binascii.Error as error:
        raise ResourceError("the image written into the address is damaged") from error
    if len(data) > DATA_LIMIT:
        raise OutsideError(f"the image written into the address has more than {DATA_LIMIT} bytes; put it in a file")
    return Resource(url, data, match["kind"].casefold())
