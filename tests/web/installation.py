"""A whole installation in a folder of its own, worked from outside as an operator would."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from coverage import Coverage

from wardwise.demo import SEED, secret_text


SEAT = """
from wardwise_web.people.demo import load
from wardwise_web.people.stage import DemoPlay
load(DemoPlay(tell=print, password="{password}"))
"""
SECRET = "exampleshire.secret"
PASSWORD = "correct horse battery staple"
MEASURE = Path(__file__).with_name("served.coveragerc")
READY = "import django; django.setup()\n"


@dataclass(frozen=True)
class Installation:
    """Its folder, its database if that is not the SQLite file in it, and what its demo takes."""

    home: Path
    database_url: str = ""
    demo_run: str = ""  # a finished run of Exampleshire that its demo takes
    evidence: str = ""  # folder below which an analyst may point at data

    def command(self, *words: str, is_well: bool = True) -> str:
        """One of Django's or our own commands; what it printed."""
        return self._run(["-m", "wardwise_web", *words], is_well=is_well)

    def python(self, code: str) -> str:
        """Some lines in the installation's own process."""
        return self._run(["-c", READY + code])

    def seat(self) -> None:
        """Tables, agencies and people."""
        self.command("migrate", "-v", "0")
        self.seat_people()

    def seat_people(self) -> None:
        """Agencies and people, where there are tables."""
        self.python(SEAT.format(password=PASSWORD))

    def keep_secret(self) -> str:
        """A secret beside the settings of Exampleshire's builds; the line that names it there."""
        beside = self.home / "evidence" / "exampleshire"
        beside.mkdir(parents=True)
        (beside / SECRET).write_text(secret_text(seed=SEED), "utf-8")
        return f"people: {{secret_file: {SECRET}}}\n"

    @property
    def environment(self) -> dict[str, str]:
        """What its processes are told."""
        told = {
            **os.environ,
            "WARDWISE_HOME": str(self.home),
            "WARDWISE_SECURE": "0",
            "DJANGO_SETTINGS_MODULE": "wardwise_web.config.settings",
        }
        if self.demo_run:
            told["WARDWISE_DEMO_RUN"] = self.demo_run
        if self.evidence:
            told["WARDWISE_EVIDENCE_ROOTS"] = self.evidence
        if self.database_url:
            told["DATABASE_URL"] = self.database_url
        return told | _measured()

    def _run(self, words: list[str], *, is_well: bool = True) -> str:
        done = subprocess.run(
            [sys.executable, *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode == 0) is is_well, done.stderr
        return done.stdout + done.stderr


def _measured() -> dict[str, str]:
    """What makes its processes measure which lines they run, where the tests are measured."""
    measuring = Coverage.current()
    if measuring is None:
        return {}
    kept = Path(str(measuring.get_option("run:data_file"))).absolute().with_name(".coverage")
    return {"COVERAGE_PROCESS_START": str(MEASURE), "COVERAGE_FILE": str(kept)}
