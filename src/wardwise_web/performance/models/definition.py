"""What an indicator counts: every version is kept, and where the series breaks."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wardwise_web.people.models import Person
from wardwise_web.performance.choices import BETTER, KINDS
from wardwise_web.plan.models import Indicator


class Definition(models.Model):
    """A version of the card. A new version is a new row; the assurer signs one.

    ``build_offence`` names the offence of the build from which readings are taken ('' for all
    recorded crime); ``build_measure`` is '' where nothing is taken from the build.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="definitions")
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=KINDS)
    numerator = models.TextField()
    denominator = models.TextField(blank=True)
    per = models.PositiveIntegerField(default=1)
    unit = models.CharField(max_length=60)
    source = models.CharField(max_length=200)
    better = models.CharField(max_length=10, choices=BETTER)
    is_recording_driven = models.BooleanField()
    direction_because = models.TextField(blank=True)
    months = models.PositiveSmallIntegerField()  # of one reading: 1, 3 or 12
    lag_days = models.PositiveIntegerField()
    revisions = models.TextField(blank=True)
    tolerance_percent = models.DecimalField(max_digits=5, decimal_places=2)
    build_measure = models.CharField(max_length=60, blank=True)
    build_offence = models.CharField(max_length=100, blank=True)
    written_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)
    signed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["indicator", "version"], name="definition_versioned"),
            models.CheckConstraint(
                condition=Q(signed_by__isnull=True, signed_at__isnull=True)
                | Q(signed_by__isnull=False, signed_at__isnull=False),
                name="definition_signed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["count", "value"]) | ~Q(denominator=""),
                name="definition_of_a_rate_has_a_denominator",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator.code}, version {self.version}"


class Break(models.Model):
    """From a month on it is not counted as before: no comparison reaches across."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="breaks")
    month = models.DateField()  # its first day
    what = models.TextField()
    source = models.CharField(max_length=300)
    declared_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    declared_at = models.DateTimeField(auto_now_add=True)
    signed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["month"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["indicator", "month"], name="one_break_in_a_month"),
            models.CheckConstraint(
                condition=Q(signed_by__isnull=True, signed_at__isnull=True)
                | Q(signed_by__isnull=False, signed_at__isnull=False),
                name="break_signed_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator.code} from {self.month:%Y-%m}"
