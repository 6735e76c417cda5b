"""The only door to git: what it knows of the workspace's folder."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from translate_pub.model.diagnostic import MachineError, WorkspaceError

_TIMEOUT = 120.0
"""Seconds; the longest question, the history of every catalogue of a large repository, takes a few."""

_COMMAND = ("git", "-c", "core.quotePath=false", "--no-pager", "--no-optional-locks")
"""No quoting of names that are not ASCII, and no pager, lock or question that would wait for an answer."""


def repository(folder: Path) -> Path | None:
    """Return the top folder of the repository around a folder; None where there is none, or no git."""
    if shutil.which("git") is None:
        return None
    asked = _call(folder, ("rev-parse", "--show-toplevel"))
    return Path(asked.stdout.decode("utf-8", "surrogateescape").rstrip("\n")) if asked.returncode == 0 else None


def run(folder: Path, *arguments: str, given: bytes | None = None) -> bytes:
    """Run git in a folder and return what it wrote to its standard output.

    Args:
        folder: where it runs; paths that it is given count from there.
        arguments: what follows `git`.
        given: its standard input.

    Raises:
        MachineError: there is no git.
        WorkspaceError: git refused; the message is its own.
    """
    if shutil.which("git") is None:
        raise MachineError("git is not installed: install it, for example with `apt install git`")
    asked = _call(folder, arguments, given)
    if asked.returncode != 0:
        said = asked.stderr.decode("utf-8", "replace").strip()
        raise WorkspaceError(f"`git {' '.join(arguments)}` ended with {asked.returncode}: {said}")
    return asked.stdout


@contextmanager
def contents(folder: Path) -> Iterator[Callable[[str], bytes | None]]:
    """Give a function from the name of a content to its bytes, or None where the repository does not have it.

    One git answers all questions: starting one for each of a thousand costs seconds.

    Raises:
        MachineError: there is no git.
    """
    if shutil.which("git") is None:
        raise MachineError("git is not installed: install it, for example with `apt install git`")
    command = (*_COMMAND, "cat-file", "--batch")
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as asked:
        if asked.stdin is None or asked.stdout is None:
            raise AssertionError("both were asked for as pipes")
        questions, answers = asked.stdin, asked.stdout
        yield lambda name: _ask(questions, answers, name)
        questions.close()


def _ask(questions: IO[bytes], answers: IO[bytes], name: str) -> bytes | None:
    questions.write(name.encode() + b"\n")
    questions.flush()
    *_, size = answers.readline().split() or (b"",)
    if not size.isdigit():
        return None
    data = answers.read(int(size))
    answers.read(1)
    return data


def blob_id(data: bytes) -> str:
    """Return the name that git gives to the content of a file, 40 hexadecimal digits; asks no git.

    It is the SHA-1 of a header and the bytes (git's documentation, "Git Internals: Git Objects"), so a content can be
    named before it is committed, and found again once it is.
    """
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def content_name(folder: Path, path: str, data: bytes) -> str:
    """Return the name that git gives, or would give, to the content of a file of a work tree.

    Git may store a file with other line ends than it has on this machine (`core.autocrlf`, `eol` in `.gitattributes`),
    so it is asked where there are such line ends; without git they count like any bytes.

    Args:
        folder: from which the path counts.
        path: of the file; what `.gitattributes` says of it is heeded.
        data: what the file holds.
    """
    if b"\r\n" not in data or repository(folder) is None:
        return blob_id(data)
    return run(folder, "hash-object", "--stdin", f"--path={path}", given=data).decode().strip()


def _call(folder: Path, arguments: tuple[str, ...], given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        (*_COMMAND, *arguments), cwd=folder, check=False, capture_output=True, timeout=_TIMEOUT, input=given or b""
    )
