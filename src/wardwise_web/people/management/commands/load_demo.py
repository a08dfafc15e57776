"""``python -m wardwise_web load_demo``: Exampleshire, once, and what its people sign in with."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from wardwise_web.people.demo import address
from wardwise_web.people.models import Partnership
from wardwise_web.people.stage import DemoPlay, load_demo


NOTES = "demo-sign-ins.txt"


class Command(BaseCommand):
    """A second time it only says again what they sign in with."""

    help = "set Exampleshire's table and say what each of its people signs in with"

    def handle(self, *_: Any, **__: Any) -> None:
        """Set the table, unless it is set."""
        notes = Path(settings.HOME) / NOTES
        if not Partnership.objects.filter(slug="exampleshire").exists():
            play = DemoPlay(tell=self._tell, password=secrets.token_urlsafe(9))
            load_demo(play)
            lines = [
                f"{address(who):<44}{person.name:<24}{play.password}"
                for who, person in play.people.items()
            ]
            notes.touch(mode=0o600)
            notes.write_text("\n".join(lines) + "\n", "utf-8")
        self.stdout.write(notes.read_text("utf-8"))

    def _tell(self, stage: str) -> None:
        self.stdout.write(stage)
        self.stdout.flush()
