"""The only place where errors become words and exit codes."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from translate_pub import __version__
from translate_pub.cli import INTERRUPTED, speech
from translate_pub.cli.program import program
from translate_pub.model.diagnostic import TranslatePubError

OK = 0
FINDINGS = 1
USAGE = 2
BUG = 3

ISSUES = "the project's issue tracker"
_NAME = "translate-pub"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    0 ok, 1 findings, 2 wrong usage, 3 a bug of the tool, 130 interrupted.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = program.main(args=words, prog_name=_NAME, standalone_mode=False)
        sys.stdout.flush()
    except OSError as error:
        return _quiet() if error.errno == errno.EPIPE else _bug(error, words)
    except Exception as error:  # noqa: BLE001 - the boundary: whatever else arrives here is a bug, and is said to be one
        return _explain(error, words)
    return int(code or OK)


def _explain(error: Exception, words: Sequence[str]) -> int:
    """Say what stopped the work, and give the exit code for it."""
    if isinstance(error, click.Abort):
        speech.say("interrupted")
        return INTERRUPTED
    if isinstance(error, click.ClickException):
        error.show()
        return USAGE
    if isinstance(error, TranslatePubError):
        speech.findings(error.diagnostics)
        speech.say(f"error: {error}")
        return FINDINGS
    return _bug(error, words)


def _quiet() -> int:
    """End without a word when the reader of our output has gone, as `head` does."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OK


def _bug(error: BaseException, words: Sequence[str]) -> int:
    """Write all that a report needs into a file and say where it is."""
    import tempfile  # noqa: PLC0415  # a run without a bug need not wait for it

    log = _log(error, words)
    speech.say(f"bug: {type(error).__name__}: {error}")
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix=f"{_NAME}-bug-", suffix=".txt", delete=False
        ) as file:
            file.write(log)
    except OSError:
        speech.say(log)
        speech.say(f"This is a fault of {_NAME}, not of your texts. Please paste the lines above into {ISSUES}.")
    else:
        speech.say(f"This is a fault of {_NAME}, not of your texts. Please paste {Path(file.name)} into {ISSUES}.")
    return BUG


def _log(error: BaseException, words: Sequence[str]) -> str:
    """Gather versions, the command and the traceback, ready to paste."""
    import platform  # noqa: PLC0415  # as above
    import traceback  # noqa: PLC0415  # as above

    return "\n".join(
        (
            f"{_NAME} {__version__}, Python {platform.python_version()}, {platform.platform()}",
            f"command: {_NAME} {' '.join(words)}",
            "".join(traceback.format_exception(error)),
        )
    )
