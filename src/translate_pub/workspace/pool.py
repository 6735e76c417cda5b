"""Jobs done side by side in forked processes, with results in the order of the jobs."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import Generic, Protocol, TypeVar

from translate_pub.model.diagnostic import MachineError, TranslatePubError

GRACE = 5.0
"""Seconds that a worker has to end when it is told to, before it is killed."""


class Named(Protocol):
    """What a job must have: a name by which the user knows it."""

    @property
    def name(self) -> str:
        """For example the chapter's."""


_NONE = -1
"""The place of no job."""

J = TypeVar("J", bound=Named)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class _Done(Generic[R]):
    """What a worker sends back."""

    place: int
    result: R | None = None
    error: BaseException | None = None


@dataclass(slots=True)
class _Worker:
    """A forked process and the job that it has in hand."""

    process: ForkProcess
    connection: Connection
    place: int = _NONE


def processors() -> int:
    """Count the processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    function: Callable[[J], R],
    jobs: Sequence[J],
    *,
    workers: int | None = None,
    progress: Callable[[J], None] = lambda _job: None,
) -> tuple[R, ...]:
    """Do every job and return the results in the order of the jobs.

    Workers are forked, so they have what the caller has loaded (import what is slow before), and jobs need not be
    pickled; results must be. When a job fails, no new one is begun, those in hand are finished, and the failure
    of the earliest is raised. An interrupt ends the workers.

    Args:
        function: what is done; in the workers, so it must not rely on changing anything here.
        jobs: each with a `name`.
        workers: how many processes; as many as there are processors when None. One works in this process.
        progress: called here with every job that is done.

    Raises:
        MachineError: a worker was killed (as systems do that run out of memory); the message names its job.
    """
    count = min(workers or processors(), len(jobs))
    if count <= 1:
        return tuple(_run_here(function, job, progress) for job in jobs)
    done: dict[int, _Done[R]] = {}
    with _workers(function, jobs, count) as crew:
        finished: _Done[R]
        for finished in _finish(crew, jobs):
            done[finished.place] = finished
            if finished.error is None:
                progress(jobs[finished.place])
    failure = next((done[place].error for place in sorted(done) if done[place].error is not None), None)
    if failure is not None:
        raise failure
    return tuple(done[place].result for place in range(len(jobs)))  # type: ignore[misc]  # without an error there is a result


def _run_here(function: Callable[[J], R], job: J, progress: Callable[[J], None]) -> R:
    """Do one job in this process."""
    try:
        result = function(job)
    except Exception as error:
        _locate(error, job)
        raise
    progress(job)
    return result


def _locate(error: BaseException, job: Named) -> None:
    """Note which job an error belongs to."""
    error.add_note(f"while working on {job.name}")


def _finish(crew: list[_Worker], jobs: Sequence[J]) -> Iterator[_Done[R]]:
    """Hand out the jobs in order and give what comes back, as it comes back."""
    places = iter(range(len(jobs)))
    for worker in crew:
        _hand_out(worker, places)
    while busy := {worker.connection: worker for worker in crew if worker.place != _NONE}:
        for ready in wait(list(busy)):
            worker = busy[ready]  # type: ignore[index]  # `wait` gives back what it was given
            finished: _Done[R] = _receive(worker, jobs)
            if finished.error is not None:
                places = iter(())
            _hand_out(worker, places)
            yield finished


def _hand_out(worker: _Worker, places: Iterator[int]) -> None:
    """Give a worker its next job, if there is one."""
    worker.place = next(places, _NONE)
    if worker.place != _NONE:
        worker.connection.send(worker.place)


def _receive(worker: _Worker, jobs: Sequence[J]) -> _Done[R]:
    """Take what a worker sends; one that ended without a word was killed."""
    job = jobs[worker.place]
    try:
        finished: _Done[R] = worker.connection.recv()
    except (EOFError, ConnectionError):
        worker.process.join(GRACE)
        return _Done(worker.place, error=_killed(worker.process.exitcode, job))
    if finished.error is not None:
        _locate(finished.error, job)
    return finished


def _killed(exitcode: int | None, job: Named) -> MachineError:
    """Say that the system ended a worker."""
    how = f"killed ({signal.Signals(-exitcode).name})" if exitcode is not None and exitcode < 0 else "ended"
    return MachineError(
        f"the process that worked on {job.name} was {how} by the system, most often for want of memory; "
        "try again with --jobs 1"
    )


@contextmanager
def _workers(function: Callable[[J], R], jobs: Sequence[J], count: int) -> Iterator[list[_Worker]]:
    """Fork workers, and end them however the block is left."""
    crew: list[_Worker] = []
    try:
        for _ in range(count):
            crew.append(_fork(function, jobs, crew))
        yield crew
    finally:
        _dismiss(crew)


def _fork(function: Callable[[J], R], jobs: Sequence[J], crew: list[_Worker]) -> _Worker:
    """Start one more worker.

    It inherits our ends of its own line and of the others' and closes them, or it would never see its line cut.
    """
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    ours = (here, *(worker.connection for worker in crew))
    process = context.Process(target=_work, args=(there, ours, function, jobs), daemon=True)
    process.start()
    there.close()
    return _Worker(process, here)


def _dismiss(crew: list[_Worker]) -> None:
    """End the workers: an idle one ends when its line is cut, a busy one is told, and killed if it does not listen."""
    for worker in crew:
        worker.connection.close()
        if worker.place != _NONE:
            worker.process.terminate()
    for worker in crew:
        worker.process.join(GRACE)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()


def _work(connection: Connection, ours: Sequence[Connection], function: Callable[[J], R], jobs: Sequence[J]) -> None:
    """Do the jobs that are asked for until the line is cut (in the forked process).

    The keyboard interrupts every process of a terminal; here it is left to the parent to end the work.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for end in ours:
        end.close()
    while True:
        try:
            place = connection.recv()
        except (EOFError, ConnectionError):
            return
        connection.send_bytes(_packed(_attempt(function, jobs[place], place)))


def _attempt(function: Callable[[J], R], job: J, place: int) -> _Done[R]:
    """Do one job, and keep what went wrong."""
    try:
        return _Done(place, result=function(job))
    except Exception as error:  # noqa: BLE001  # whatever it is, the parent raises it
        if not isinstance(error, TranslatePubError):
            error.add_note("".join(traceback.format_exception(error)))
        return _Done(place, error=error)


def _packed(done: _Done[R]) -> bytes:
    """Pickle what was done; what cannot be pickled, or not be read back, is told in words."""
    try:
        data = pickle.dumps(done)
        if done.error is not None:
            pickle.loads(data)  # noqa: S301  # our own bytes
    except Exception as error:  # noqa: BLE001  # pickling runs any code of the object's
        told = "".join(traceback.format_exception(done.error or error))
        return pickle.dumps(_Done(done.place, error=RuntimeError(told)))
    return data
