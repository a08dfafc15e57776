"""``python -m wardwise_web make_again``: every approved paper made again and compared."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wardwise_web.assessments.models import FrozenPaper
from wardwise_web.assessments.publish import differences_when_made_again
from wardwise_web.assessments.selectors.erased import erasure_in_words


class Command(BaseCommand):
    """Ends badly if any differs from what was approved."""

    help = "Make every approved paper again from what is stored, and compare byte for byte"

    def handle(self, **_options: Any) -> None:
        """Say of each whether it is the same."""
        differs = False
        for frozen in FrozenPaper.objects.filter(frozen_at__isnull=False):
            told = differences_when_made_again(frozen.folder, frozen.files)
            differs = differs or bool(told)
            said = " ".join(told) or "the same, to the byte"
            self.stdout.write(f"{frozen}: {said} {erasure_in_words(frozen)}".strip())
        if differs:
            raise CommandError("What is stored is not what was approved.")
