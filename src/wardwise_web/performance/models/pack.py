"""A quarter's pack for one audience, or the approved plan of a year, as it was made."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.people.models import Person
from wardwise_web.performance.choices import Audience, PackKind, PackState


class Pack(models.Model):
    """Made once; its files lie in a folder of their own and are known by their hashes."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="packs")
    quarter_ends = models.DateField()  # last day of the quarter
    audience = models.CharField(max_length=10, choices=[(one, one) for one in Audience])
    kind = models.CharField(max_length=12, default=PackKind.QUARTER)
    approval = models.CharField(max_length=300, blank=True)  # of a plan: where it was approved
    state = models.CharField(max_length=12, default=PackState.ASKED)
    hashes = models.JSONField(default=dict)  # file name to SHA-256
    missing = models.JSONField(default=list)  # what was late or not there when it was made
    told = models.TextField(blank=True)
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    made_at = models.DateTimeField(null=True)
    circulated_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    circulated_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-quarter_ends", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=["asked for", "failed"], hashes={})
                | (Q(state__in=["made", "circulated"]) & ~Q(hashes={})),
                name="pack_has_its_hashes_once_made",
            ),
            models.CheckConstraint(
                condition=Q(circulated_by__isnull=True, circulated_at__isnull=True)
                | Q(
                    circulated_by__isnull=False,
                    circulated_at__isnull=False,
                    state=PackState.CIRCULATED,
                ),
                name="pack_circulated_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(kind="quarter", approval="")
                | (Q(kind="annual plan") & ~Q(approval="")),
                name="plan_says_where_it_was_approved",
            ),
        ]

    def __str__(self) -> str:
        return self.title if self.is_plan else f"{self.quarter_ends:%B %Y}, for {self.audience}"

    @property
    def is_plan(self) -> bool:
        """Whether it is the year's plan and no quarter's pack."""
        return self.kind == PackKind.PLAN

    @property
    def title(self) -> str:
        """What stands above it."""
        if self.is_plan:
            return f"Annual plan {self.cycle.name}, as approved"
        return f"Quarter to {self.quarter_ends:%B %Y}"

    @property
    def folder(self) -> Path:
        """Where its files are."""
        return Path(settings.RUNS) / self.cycle.partnership.slug / f"pack-{self.pk}"

    @property
    def marking(self) -> str:
        """The year's for the board; nothing above the lowest goes to the others."""
        return self.cycle.marking if self.audience == Audience.BOARD else LOWEST

    def as_thing(self) -> Thing:
        """As the permissions see it."""
        return Thing(
            Kind.PACK,
            self.cycle.partnership_id,
            self.pk or "",
            cycle_id=self.cycle_id,
            state=self.state,
            marking=self.marking,
        )
