"""Worker processes of `parse_many`, which need nothing of the program that starts them.

`multiprocessing` imports the main module of the program again in each process it spawns: a script
without a main guard then starts itself anew without end, and a fork copies whatever threads and locks
are held. So each worker here is a fresh interpreter that imports this module alone and is spoken to
through its pipes, one thread a worker: the same in a script, a notebook, a debugger, on every system.
A worker ends when its pipe does, even where the program is killed.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Lock, local
from typing import IO, Any, TypeVar

from minutes_model.packing import packed, unpacked

__all__ = ["Workers", "serve"]

T = TypeVar("T")

_LENGTH = struct.Struct("<Q")
# -P keeps the current directory off the path until the caller's own path is in place.
_COMMAND = ("-P", "-c", "import sys; sys.path[:] = sys.argv[1:]; from minutes_model.workers import serve; serve()")


def _send(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes | None:
    """The next message; None where the other side has ended."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = pipe.read(length)
    return data if len(data) == length else None


class Workers:
    """Some worker processes, each started with its first task.

    Leaving the context ends them, whatever they are at.
    """

    def __init__(self, count: int) -> None:
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="minutes_model")
        self._own = local()
        self._all: list[subprocess.Popen[bytes]] = []
        self._lock = Lock()
        self._closed = False

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *exception: object) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            self._closed = True
            for process in self._all:
                process.kill()
        self._threads.shutdown()
        for process in self._all:
            # What was still to be written to a worker that died cannot be.
            with suppress(OSError), process:
                pass

    def submit(self, function: Callable[[bytes], T], task: bytes) -> Future[T]:
        """Have a function of a module called in a worker, as an executor does.

        The future raises `concurrent.futures.process.BrokenProcessPool` where the worker dies.
        """
        return self._threads.submit(self._ask, packed((function, task)))

    def _ask(self, task: bytes) -> Any:
        process = self._process()
        if process.stdin is None or process.stdout is None:
            raise _broken(process)
        try:
            _send(process.stdin, task)
            answer = _receive(process.stdout)
        except OSError:
            answer = None
        if answer is None:
            raise _broken(process)
        return unpacked(answer)

    def _process(self) -> subprocess.Popen[bytes]:
        found: subprocess.Popen[bytes] | None = getattr(self._own, "process", None)
        if found is None:
            found = self._own.process = self._started()
        return found

    def _started(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise RuntimeError("the workers have ended")
            pipe = subprocess.PIPE
            command = [sys.executable, *_COMMAND, *(path or os.getcwd() for path in sys.path)]
            process = subprocess.Popen(command, stdin=pipe, stdout=pipe)
            self._all.append(process)
        return process


def _broken(process: subprocess.Popen[bytes]) -> Exception:
    from concurrent.futures.process import BrokenProcessPool

    status = process.wait()
    return BrokenProcessPool(f"a worker process ended with status {status}; perhaps it ran out of memory")


def serve() -> None:
    """Do what comes by standard input until it ends: the whole life of a worker."""
    import signal

    # An interrupt from the keyboard reaches the whole group; the program then ends its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not come between the answers.
    os.dup2(sys.stderr.fileno() if sys.stderr else os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - open as long as the process

    while (message := _receive(asked)) is not None:
        function, task = unpacked(message)
        _send(answers, packed(function(task)))
