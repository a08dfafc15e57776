"""How far a build is, and the few words that a dataset's declaration may use."""

from __future__ import annotations

from enum import StrEnum

from django.db.models import TextChoices


class BuildState(StrEnum):
    """A build waits for a worker, runs, and then stands or has failed; it is never run again."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


FINAL = (BuildState.DONE, BuildState.FAILED)


class ReportKind(TextChoices):
    """What can be asked of the files alone."""

    QUALITY = "quality", "Data quality"
    SUPPLY = "supply", "Supply tracker"


class Regime(TextChoices):
    """Which part of the Data Protection Act 2018 the data come under here."""

    PART_2 = "part 2", "Part 2 (general processing, UK GDPR)"
    PART_3 = "part 3", "Part 3 (law enforcement processing)"
    NONE = "none", "None (no row is about a person)"


class Retention(TextChoices):
    """Why the data are looked at again on the review date."""

    AGREEMENT = "agreement", "As the sharing agreement says"
    YEARLY = "yearly", "Reviewed every year"
    THREE_YEARS = "three years", "Three years: the life of a partnership plan"
    SIX_YEARS = "six years", "Six years: the controller's schedule"
    POLICE = "police", "By the police information management code"
