"""Word and the workbooks, written by a process of their own on the second core.

It is started early, so that it has loaded what it needs by the time there is a paper, and
as a new process rather than a fork, because the run has threads that a fork would break.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import wardwise
from wardwise.document.section import Document
from wardwise.domain.errors import StoreError
from wardwise.pipeline.office_letters import Fault, Paper, Pictures, Written
from wardwise.render.pictures.drawn import Drawn


PROCESS = "wardwise.pipeline.office_process"


class Office:
    """A second process at work. It is given the paper, then its pictures, then asked."""

    def __init__(self, process: subprocess.Popen[bytes], post: ThreadPoolExecutor) -> None:
        self._process, self._post = process, post

    @property
    def number(self) -> int:
        """The process's own number."""
        return self._process.pid

    def take(self, document: Document, *, folder: Path, out: Path) -> None:
        """Begin with the workbooks of the paper."""
        self._send(Paper(document, folder, out))

    def take_pictures(self, drawn: Mapping[str, Drawn]) -> None:
        """Go on with the Word file, which shows them."""
        self._send(Pictures(drawn))

    def finished(self) -> Mapping[str, float]:
        """Seconds by stage once everything is written; its error is raised here."""
        assert self._process.stdout is not None
        answer = self._process.stdout.read()
        ended = self._process.wait()
        if ended or not answer:
            raise StoreError(
                "assessment.docx: the process that writes it was stopped before it had finished"
                f" (it ended with {ended}); the last good run stands."
                " Close other programs if memory is short, and run again."
            )
        told: Written | Fault = pickle.loads(answer)
        if isinstance(told, Fault):
            raise told.error()
        return told.seconds

    def _send(self, letter: object) -> None:
        # A pipe holds little and the other side may be busy: nobody waits here
        self._post.submit(self._write, pickle.dumps(letter))

    def _write(self, letter: bytes) -> None:
        assert self._process.stdin is not None
        with suppress(OSError):  # it has ended; `finished` tells of it
            self._process.stdin.write(letter)
            self._process.stdin.flush()


@contextmanager
def office() -> Iterator[Office]:
    """A process that lasts no longer than the run."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", PROCESS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": _path()},
    )
    post = ThreadPoolExecutor(1)
    try:
        yield Office(process, post)
    finally:
        process.kill()
        process.wait()
        post.shutdown()
        with suppress(OSError):
            process.communicate()


def _path() -> str:
    """Where this very package is, before anything else."""
    ours = str(Path(wardwise.__file__).resolve().parents[1])
    return os.pathsep.join(filter(None, [ours, os.environ.get("PYTHONPATH")]))
