"""Jobs run side by side, come back in order, and end with their parent."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from translate_pub.model.diagnostic import CatalogError, Diagnostic, MachineError, Severity
from translate_pub.workspace import pool


@dataclass(frozen=True)
class Job:
    """A job of the tests."""

    name: str
    number: int


JOBS = [Job(f"chapter-{number}", number) for number in range(9)]


class UnpicklableError(Exception):
    """An error that cannot be read back from its pickle."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def square(job: Job) -> int:
    """Give the square; earlier jobs take longer, so that results come back out of order."""
    time.sleep(0.01 * (len(JOBS) - job.number))
    return job.number**2


def fail(job: Job) -> int:
    """Fail at the fourth and sixth job."""
    if job.number in {3, 5}:
        raise ValueError(f"no {job.number}")
    return job.number


def find(job: Job) -> int:
    """Raise what stops the work, with findings."""
    raise CatalogError(f"{job.name} is refused", (Diagnostic("C001", Severity.ERROR, "marks of a conflict"),))


def misbehave(job: Job) -> int:
    """Raise what cannot be pickled."""
    raise UnpicklableError("un", f"picklable {job.number}")


def return_unpicklable(job: Job) -> object:
    """Return what cannot be pickled."""
    return lambda: job


def die(job: Job) -> int:
    """Be killed at the fifth job."""
    if job.number == 4:
        os.kill(os.getpid(), signal.SIGKILL)
    return job.number


def process(_job: Job) -> int:
    """Tell in which process a job runs."""
    return os.getpid()


def alive() -> int:
    """Count the children of this process."""
    return len(multiprocessing.active_children())


@pytest.mark.parametrize("workers", [1, 2, 4, 50])
def test_results_are_in_order(workers: int) -> None:
    """Results are in the order of the jobs, whoever does them and whenever they are done."""
    seen: list[str] = []
    done = pool.run(square, JOBS, workers=workers, progress=lambda job: seen.append(job.name))
    assert done == tuple(job.number**2 for job in JOBS)
    assert sorted(seen) == [job.name for job in JOBS]
    assert alive() == 0


def test_no_jobs() -> None:
    """Without jobs there are no results and no processes."""
    assert pool.run(square, [], workers=4) == ()


def test_one_worker_works_here() -> None:
    """One worker is this process; several are others."""
    assert set(pool.run(process, JOBS, workers=1)) == {os.getpid()}
    assert os.getpid() not in pool.run(process, JOBS, workers=2)


def test_as_many_workers_as_processors() -> None:
    """There are as many workers as processors that this process may use, and never more than jobs."""
    assert 1 <= pool.processors() <= (os.cpu_count() or 1)


@pytest.mark.parametrize("workers", [1, 3])
def test_the_earliest_failure_is_raised(workers: int) -> None:
    """The failure of the earliest job is raised as it is, and says which job it was."""
    with pytest.raises(ValueError, match="no 3") as caught:
        pool.run(fail, JOBS, workers=workers)
    assert "while working on chapter-3" in caught.value.__notes__
    assert alive() == 0


@pytest.mark.parametrize("workers", [1, 2])
def test_findings_come_through(workers: int) -> None:
    """What stops the work keeps its findings, and has no traceback to read."""
    with pytest.raises(CatalogError, match="chapter-0 is refused") as caught:
        pool.run(find, JOBS, workers=workers)
    assert [found.code for found in caught.value.diagnostics] == ["C001"]
    assert caught.value.__notes__ == ["while working on chapter-0"]


def test_an_error_that_cannot_travel() -> None:
    """An error that cannot be pickled is told in words, with its traceback."""
    with pytest.raises(RuntimeError, match="UnpicklableError: unpicklable 0") as caught:
        pool.run(misbehave, JOBS, workers=2)
    assert "while working on chapter-0" in caught.value.__notes__


def test_a_result_that_cannot_travel() -> None:
    """A result that cannot be pickled is an error of its job."""
    with pytest.raises(RuntimeError, match="ickle") as caught:
        pool.run(return_unpicklable, JOBS, workers=2)
    assert "while working on chapter-0" in caught.value.__notes__


def test_a_killed_worker_is_named_by_its_job() -> None:
    """A worker that the system kills is told by the name of its job, and the others end."""
    with pytest.raises(MachineError, match=r"worked on chapter-4 was killed \(SIGKILL\).*--jobs 1"):
        pool.run(die, JOBS, workers=2)
    assert alive() == 0


def test_a_failing_progress_ends_the_workers() -> None:
    """An error of the caller's own leaves no process behind."""

    def stumble(_job: Job) -> None:
        raise KeyError("here")

    with pytest.raises(KeyError):
        pool.run(square, JOBS, workers=3, progress=stumble)
    assert alive() == 0


PROGRAM = """
import os, sys, time
from dataclasses import dataclass
from translate_pub.workspace import pool

@dataclass(frozen=True)
class Job:
    name: str

def work(job):
    with open(sys.argv[1], "a") as file:
        file.write(f"{os.getpid()}\\n")
    time.sleep(float(sys.argv[2]))

pool.run(work, [Job(str(number)) for number in range(40)], workers=3)
"""


def gone(process_id: int, within: float) -> bool:
    """Wait for a process to end; one that nobody has buried yet counts as ended."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        try:
            state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize(("number", "sleep"), [(signal.SIGINT, "30"), (signal.SIGKILL, "0.5")])
def test_no_worker_outlives_its_parent(tmp_path: Path, number: signal.Signals, sleep: str) -> None:
    """When the parent is interrupted or killed, no worker goes on (a killed parent's finish the job in hand)."""
    log = tmp_path / "workers"
    command = [sys.executable, "-c", PROGRAM, str(log), sleep]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as parent:
        while not log.exists() or len(set(log.read_text().split())) < 3:
            time.sleep(0.02)
        workers = {int(line) for line in log.read_text().split()}
        os.kill(parent.pid, number)
        _, errors = parent.communicate(timeout=20)
    assert all(gone(worker, within=5) for worker in workers)
    assert number == signal.SIGKILL or errors.decode().rstrip().endswith("KeyboardInterrupt")
