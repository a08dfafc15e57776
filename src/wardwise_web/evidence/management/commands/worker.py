"""``python -m wardwise_web worker``: finds what a killed worker left, then takes jobs."""

from __future__ import annotations

from typing import Any

from django_tasks_db.management.commands.db_worker import Command as DatabaseWorker

from wardwise_web.evidence.working import find_what_was_lost


class Command(DatabaseWorker):  # type: ignore[misc]
    """The task framework's own worker, after one look round."""

    help = "Run background jobs; builds whose worker was killed are told as failed first"

    def handle(self, **options: Any) -> None:
        """Look round, then work."""
        find_what_was_lost()
        super().handle(**options)
