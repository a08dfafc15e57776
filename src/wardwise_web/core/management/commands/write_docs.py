"""``python -m wardwise_web write_docs``: the pages of docs/reference made from this code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from wardwise_web.core.move_tables import states_page


class Command(BaseCommand):
    """Writes ``states.md``."""

    help = "Write the generated pages of docs/reference that tell of the web application"

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to."""
        parser.add_argument("to", nargs="?", type=Path, default=Path("docs/reference"))

    def handle(self, *, to: Path, **_options: Any) -> None:
        """Write them."""
        to.mkdir(parents=True, exist_ok=True)
        (to / "states.md").write_text(states_page(), "utf-8")
        self.stdout.write(f"states.md is in {to}")
