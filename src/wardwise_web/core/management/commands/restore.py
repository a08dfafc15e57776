"""``python -m wardwise_web restore FILE``: from a copy into an empty place, checked."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from wardwise_web.core.backup.archive import NotRestored, restore_backup
from wardwise_web.core.backup.database import DatabaseRefused, NoProgram


class Command(BaseCommand):
    """Checks every part's hash before, and the audit after."""

    help = "fill an empty place from a backup and check that the audit is whole"
    requires_system_checks = []  # noqa: RUF012 - as the library declares it
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where from."""
        parser.add_argument("copy", type=Path, help="file that backup wrote")

    def handle(self, *_: Any, **given: Any) -> None:
        """Put it back."""
        connections.close_all()
        try:
            parts = restore_backup(
                given["copy"],
                home=Path(settings.HOME),
                database=settings.DATABASES["default"],
                witness=Path(settings.WITNESS),
            )
        except (NotRestored, DatabaseRefused, NoProgram) as why:
            raise CommandError(str(why)) from None
        call_command("migrate", verbosity=0)  # a copy of an older release is brought up to date
        self.stdout.write(f"{parts} parts were put back.")
        call_command("verify_audit", stdout=self.stdout)
