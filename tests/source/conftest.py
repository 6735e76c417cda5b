"""What tests of the source floor share: the documents of Python-Markdown's own suite, and golden files."""

from __future__ import annotations

import hashlib
import os
import pickle
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from translate_pub.source.dialect import Dialect

COMMONMARK = "commonmark-spec@0.31.2"
COMMONMARK_HASH = "588280df96c211f7ce9db0b7943ded34ac4b8ba321e2fdf9c03d188ec0f01fea"
EXAMPLE = re.compile(r"^`{32} example.*?\n(.*?)^\.\n.*?^`{32}$", re.MULTILINE | re.DOTALL)
CAPTURE = Path(__file__).with_name("capture.py")


@dataclass(frozen=True)
class Case:
    """A document that Python-Markdown's own suite converts, with the settings."""

    number: int
    settings: dict[str, Any]
    text: str

    def dialect(self, *, unwrap: bool) -> Dialect:
        """Return its settings as a dialect."""
        settings = dict(self.settings)
        extensions = tuple(settings.pop("extensions", None) or ())
        configs = settings.pop("extension_configs", None) or {}
        return Dialect(extensions, configs, settings, unwrap=unwrap)


@pytest.fixture(scope="session")
def cache(repository: Path) -> Path:
    """Give the folder, ignored by git, where fetched files are kept."""
    folder = repository / ".tools" / "cache"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def cases(repository: Path, cache: Path) -> list[Case]:
    """Give every document of Python-Markdown's own suite, captured once from its source distribution."""
    release = version("markdown")
    capture = hashlib.sha256(CAPTURE.read_bytes()).hexdigest()[:12]
    kept = cache / f"markdown-{release}-cases-{capture}.pickle"
    if not kept.exists():
        archive = _source_distribution(release, repository / "requirements.lock", cache)
        with tempfile.TemporaryDirectory(dir=cache) as folder:
            _unpack(archive, Path(folder))
            made = Path(folder, kept.name)
            root = archive.name.removesuffix(".tar.gz")
            subprocess.run([sys.executable, CAPTURE, Path(folder, root), made], check=True)
            made.replace(kept)
    load = pickle.loads  # of what this program wrote itself, from a file of known hash
    read = [load(case) for case in load(kept.read_bytes())]
    return [Case(number, settings, text) for number, (settings, text) in enumerate(read)]


def _unpack(archive: Path, folder: Path) -> None:
    """Unpack the files of an archive; `extractall` has no safe way before Python 3.11.4, and Debian 12 has 3.11.2."""
    with tarfile.open(archive) as packed:
        for member in packed.getmembers():
            file, place = packed.extractfile(member), folder / member.name
            if file is not None and place.resolve().is_relative_to(folder.resolve()):
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(file.read())


def _source_distribution(release: str, lock: Path, cache: Path) -> Path:
    archive = cache / f"markdown-{release}.tar.gz"
    if not archive.exists():
        _download(release, archive)
    locked = re.search(rf"^markdown=={re.escape(release)}((?: \\\n +--hash=\S+)+)", lock.read_text(), re.MULTILINE)
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    assert locked is not None, f"requirements.lock has no markdown=={release}"
    assert f"sha256:{found}" in locked[1], f"{archive} is not the file that requirements.lock names; delete it"
    return archive


def _download(release: str, archive: Path) -> None:
    """Fetch the source distribution with the pip of the environment, or of the Python that it was made from."""
    interpreters = (sys.executable, os.path.realpath(sys.executable), shutil.which("python3", path=os.defpath))
    with tempfile.TemporaryDirectory(dir=archive.parent) as folder:
        command = ["-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", "markdown", "--dest"]
        for interpreter in filter(None, interpreters):
            asked = [interpreter, *command, folder, f"markdown=={release}"]
            if subprocess.run(asked, check=False, capture_output=True).returncode == 0:
                next(Path(folder).glob("*.tar.gz")).replace(archive)
                return
    get = f"python3 {' '.join(command)} {archive.parent} markdown=={release}"
    pytest.fail(f"Python-Markdown's source distribution could not be fetched; get it with:\n  {get}")


@pytest.fixture(scope="session")
def examples(cache: Path) -> list[str]:
    """Give the Markdown of every example of the CommonMark specification, from its npm package."""
    name, _, release = COMMONMARK.partition("@")
    archive = cache / f"{name}-{release}.tgz"
    if not archive.exists():
        with tempfile.TemporaryDirectory(dir=cache) as folder:
            asked = ["npm", "pack", "--silent", "--pack-destination", folder, COMMONMARK]
            if subprocess.run(asked, check=False, capture_output=True).returncode:
                get = f"npm pack --pack-destination {cache} {COMMONMARK}"
                pytest.fail(f"the examples of CommonMark could not be fetched; get them with:\n  {get}")
            next(Path(folder).glob("*.tgz")).replace(archive)
    assert hashlib.sha256(archive.read_bytes()).hexdigest() == COMMONMARK_HASH, f"{archive} is damaged; delete it"
    with tarfile.open(archive) as packed:
        text = packed.extractfile("package/spec.txt")
        assert text is not None
        return [example.replace("→", "\t") for example in EXAMPLE.findall(text.read().decode())]
