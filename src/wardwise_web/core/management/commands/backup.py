"""``python -m wardwise_web backup FILE``: everything that the installation holds, in one file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from wardwise_web.core.backup.archive import write_backup
from wardwise_web.core.backup.database import DatabaseRefused, NoProgram


class Command(BaseCommand):
    """Copies while people work; the secret key is not in it."""

    help = "write database, uploads, builds, papers and the audit's witness into one file"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("to", type=Path, help="file to write, such as wardwise.tar.gz")

    def handle(self, *_: Any, **given: Any) -> None:
        """Write it."""
        try:
            parts = write_backup(
                given["to"].resolve(),
                home=Path(settings.HOME),
                database=settings.DATABASES["default"],
                witness=Path(settings.WITNESS),
            )
        except (DatabaseRefused, NoProgram) as why:
            raise CommandError(str(why)) from None
        self.stdout.write(f"{given['to'].name}: {parts} parts, each with its hash.")
