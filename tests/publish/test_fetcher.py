"""What is served to the pages, and what is not."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from translate_pub.publish.fetcher import DATA_LIMIT, Fetcher, MissingError, OutsideError, ResourceError

PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTjOdAAAAABJRU5ErkJggg==")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Give a workspace with an image, beside a secret and links to it."""
    root = tmp_path / "workspace"
    (root / "figures").mkdir(parents=True)
    (root / "figures" / "map one.png").write_bytes(PIXEL)
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key.txt").write_text("secret", "utf-8")
    (root / "link.txt").symlink_to(secret / "key.txt")
    (root / "folder").symlink_to(secret)
    (root / "inside.png").symlink_to(root / "figures" / "map one.png")
    return root


def test_a_file_of_the_workspace_is_served(workspace: Path) -> None:
    """Also one with a space in its name, and one behind a link that stays inside."""
    fetcher = Fetcher(workspace)
    assert fetcher.read(f"{fetcher.base}figures/map%20one.png").data == PIXEL
    assert fetcher.read(f"{fetcher.base}inside.png").kind == "image/png"
    assert not fetcher.refused


def test_a_file_of_the_tool_is_served(workspace: Path, tmp_path: Path) -> None:
    """A font is named file by file; its neighbours are not served."""
    font, other = tmp_path / "font.ttf", tmp_path / "other.ttf"
    font.write_bytes(b"font")
    other.write_bytes(b"other")
    fetcher = Fetcher(workspace, [str(font)])
    assert fetcher.read(font.as_uri()).data == b"font"
    with pytest.raises(OutsideError):
        fetcher.read(other.as_uri())


@pytest.mark.parametrize(
    "address",
    [
        "link.txt",
        "folder/key.txt",
        "../secret/key.txt",
        "figures/../../secret/key.txt",
        "figures/%2e%2e/%2e%2e/secret/key.txt",
        "/etc/passwd",
    ],
)
def test_what_leads_outside_is_refused(workspace: Path, address: str) -> None:
    """Over a link to a file or a folder, over `..` in whatever spelling, or by an absolute path."""
    fetcher = Fetcher(workspace)
    url = f"file://{address}" if address.startswith("/") else fetcher.base + address
    with pytest.raises(OutsideError, match="outside the workspace"):
        fetcher.read(url)
    assert list(fetcher.refused) == [url]


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/a.png",
        "https://example.org/a.png",
        "ftp://example.org/a.png",
        "file://server/share/a.png",
        "FILE://server/a.png",
        "data:text/plain,secret",
        "data:text/css,p{}",
        "javascript:1",
        "figures/map.png",
    ],
)
def test_the_network_and_the_like_are_refused(workspace: Path, url: str) -> None:
    """Only files are read, and images written into the address."""
    with pytest.raises(OutsideError):
        Fetcher(workspace).read(url)


def test_an_image_in_the_address_is_served_up_to_a_size(workspace: Path) -> None:
    """A small one is drawn; a large one belongs in a file."""
    fetcher = Fetcher(workspace)
    assert fetcher.read("data:image/png;base64," + base64.b64encode(PIXEL).decode()).data == PIXEL
    with pytest.raises(OutsideError, match="put it in a file"):
        fetcher.read("data:image/png," + "a" * (DATA_LIMIT + 1))
    with pytest.raises(ResourceError, match="damaged"):
        fetcher.read("data:image/png;base64,!!")


@pytest.mark.parametrize("address", ["figures/none.png", "figures", "a%00b.png"])
def test_what_is_no_file_is_missing(workspace: Path, address: str) -> None:
    """A folder, too, is no image."""
    with pytest.raises(MissingError):
        Fetcher(workspace).read(Fetcher(workspace).base + address)
