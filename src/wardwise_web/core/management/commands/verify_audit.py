"""``python -m wardwise_web verify_audit``: whether anybody touched the audit."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wardwise_web.core.audit.selectors import verdict


SHOWN = 20


class Command(BaseCommand):
    """Reads the whole chain; ends with 1 and a sentence for each fault."""

    help = "check the audit: every row, their order, their end, and the witness"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A witness that was kept elsewhere."""
        parser.add_argument(
            "--witness", type=Path, help="a copy of the witness kept on another machine"
        )

    def handle(self, *_: Any, **given: Any) -> None:
        """Say what was found."""
        found = verdict(given["witness"])
        if not found.is_whole:
            more = len(found.faults) - SHOWN
            told = [*found.faults[:SHOWN], *([f"And {more} more."] if more > 0 else [])]
            raise CommandError("The audit is not whole.\n" + "\n".join(told))
        waiting = f" {found.unwitnessed} not yet witnessed." if found.unwitnessed else ""
        self.stdout.write(f"The audit is whole: {found.rows} rows.{waiting}")
