"""Set the project up: `python3 -m tools.set_up GOAL`, called by the Makefile.

Runs on the Python that the machine brings, before there is an environment: standard library only. What is in place is
left as it is, so that a second run takes a fraction of a second.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools import machine

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
STAMP = ENVIRONMENT / ".set-up"
UV_FOLDER = ROOT / ".tools" / "uv"
LOCK = ROOT / "requirements.lock"
UV_LOCK = ROOT / "tools" / "uv.txt"
LOCK_OPTIONS = ("--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--quiet")
OLDEST_PYTHON = (3, 11)
GOALS = {
    "book": "what `make book` needs: libraries, environment, fonts",
    "test": "what `make test` needs: the same and the programs that the suite calls",
    "verify": "what `make verify` needs: the same and a browser",
    "lint": "what `make lint` needs: the environment",
    "fonts": "the environment and the fonts",
    "lock": "the environment's lock file, written anew",
}
_BOOK_NEEDS = (*machine.LIBRARIES, *machine.COLLATION)
_SUITE_NEEDS = (*_BOOK_NEEDS, *machine.PROGRAMS, *machine.SPELLING)
MACHINE_NEEDS = {
    "lint": machine.COLLATION,
    "fonts": machine.COLLATION,
    "book": _BOOK_NEEDS,
    "test": _SUITE_NEEDS,
    "verify": (*_SUITE_NEEDS, *machine.BROWSER),
}

NO_PIP = """\
{python} has no pip, which fetches uv into .tools/.
  Debian:  sudo apt-get install python3-pip
  Fedora:  sudo dnf install python3-pip
  macOS:   {python} -m ensurepip
Then give the same command again."""
OLD_PYTHON = """\
{python} is Python {found}, and translate-pub needs {oldest} or newer.
If a newer one is installed, name it: make {goal} PYTHON=python3.12"""


class SetUpError(Exception):
    """The set-up cannot go on; the message says what to do."""


def set_up(goal: str, *, upgrade: bool = False) -> None:
    """Bring about what a goal needs.

    Args:
        goal: One of GOALS.
        upgrade: For the goal "lock": take newer versions, not only what pyproject.toml newly asks for.

    Raises:
        SetUpError: Python or pip is missing or too old, or a command failed.
        machine.MachineError: A library or a program is missing and cannot be installed from here.
    """
    check_python(goal, sys.version_info[:2])
    if goal == "lock":
        write_lock(upgrade=upgrade)
        return
    machine.provide(MACHINE_NEEDS.get(goal, ()))
    make_environment()
    if goal != "lint":
        _run("fonts", str(PYTHON), "-m", "tools.make_fonts")


def check_python(goal: str, version: tuple[int, ...]) -> None:
    """Refuse a Python that is too old.

    Raises:
        SetUpError: It is.
    """
    if version < OLDEST_PYTHON:
        found, oldest = (".".join(map(str, each)) for each in (version, OLDEST_PYTHON))
        raise SetUpError(OLD_PYTHON.format(python=sys.executable, found=found, oldest=oldest, goal=goal))


def make_environment() -> None:
    """Make `.venv` hold exactly what the lock file pins, and the project itself, editable."""
    key = _environment_key()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == key and _works(PYTHON):
        return
    uv = _uv()
    if not _works(PYTHON):
        print("making .venv", flush=True)
        options = ("--quiet", "--clear", "--relocatable", "--no-project")
        _run("environment", uv, "venv", *options, "--python", sys.executable, str(ENVIRONMENT))
    print("installing what requirements.lock pins", flush=True)
    _run("environment", uv, "pip", "sync", "--quiet", "--python", str(PYTHON), "--require-hashes", str(LOCK))
    install = ("pip", "install", "--quiet", "--python", str(PYTHON), "--no-deps", "--no-build-isolation")
    _run("environment", uv, *install, "--editable", str(ROOT))
    STAMP.write_text(key, encoding="utf-8")


def write_lock(*, upgrade: bool) -> None:
    """Resolve pyproject.toml into the lock files: every version and hash, and no registry's name."""
    uv = _uv()
    options = (*LOCK_OPTIONS, "--upgrade") if upgrade else LOCK_OPTIONS
    _run("lock", uv, "pip", "compile", *options, "--group", "dev", "-o", LOCK.name, "pyproject.toml")
    _run("lock", uv, "pip", "compile", *options, "--group", "uv", "-o", str(UV_LOCK.relative_to(ROOT)))


def _uv() -> str:
    """Path of the pinned uv, fetched with pip into an ignored folder: an externally managed pip allows `--target`."""
    binary, pinned = UV_FOLDER / "bin" / "uv", UV_FOLDER / UV_LOCK.name
    if binary.is_file() and pinned.is_file() and pinned.read_bytes() == UV_LOCK.read_bytes():
        return str(binary)
    if importlib.util.find_spec("pip") is None:
        raise SetUpError(NO_PIP.format(python=sys.executable))
    print("fetching uv into .tools/", flush=True)
    shutil.rmtree(UV_FOLDER, ignore_errors=True)
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--target", str(UV_FOLDER), "--require-hashes", "--requirement", str(UV_LOCK)]
    fetched = subprocess.run(command, check=False, capture_output=True, text=True)
    if fetched.returncode != 0:
        message = f"uv could not be fetched:\n{fetched.stderr.strip()}"
        raise SetUpError(message)
    shutil.copyfile(UV_LOCK, pinned)
    return str(binary)


def _environment_key() -> str:
    """What the environment hangs on; the root stands in it because an environment that was moved is broken."""
    import tomllib  # noqa: PLC0415 - a Python that is too old for it must live to be told so

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    tables = (project["project"], project["build-system"], project["tool"]["hatch"])
    parts = (str(ROOT).encode(), json.dumps(tables).encode(), LOCK.read_bytes())
    return hashlib.sha256(b"\0".join(parts)).hexdigest() + "\n"


def _works(python: Path) -> bool:
    if not python.is_file():
        return False
    question = f"import sys; sys.exit(sys.version_info[:2] < {OLDEST_PYTHON})"
    return subprocess.run([str(python), "-c", question], check=False, capture_output=True).returncode == 0


def _run(step: str, *command: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    # Certificates of the system: a network with a proxy of its own has its certificate there, as pip knows.
    environment |= {"UV_SYSTEM_CERTS": "1", "UV_PYTHON_DOWNLOADS": "never"}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        message = f"{step}: `{' '.join(command)}` ended with {done.returncode}"
        raise SetUpError(message)


def main() -> int:
    """Set up for the goal on the command line; 1 where that cannot be done."""
    parser = argparse.ArgumentParser(prog="python3 -m tools.set_up", description="Set the project up.")
    parser.add_argument("goal", choices=GOALS, help="; ".join(f"{goal}: {what}" for goal, what in GOALS.items()))
    parser.add_argument("--upgrade", action="store_true", help="with lock: take newer versions")
    arguments = parser.parse_args()
    try:
        set_up(arguments.goal, upgrade=arguments.upgrade)
    except (SetUpError, machine.MachineError) as error:
        print(f"set-up: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
