"""What was built from a partnership's evidence."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.evidence.states import FINAL, BuildState
from wardwise_web.people.models import Partnership, Person


class Build(models.Model):
    """One run of the engine for a partnership. Its folder is written once and kept as it is."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="builds")
    state = models.CharField(max_length=10, default=BuildState.WAITING)
    settings_yaml = models.TextField()  # as it was when the build was asked for
    folders = models.JSONField(default=list)  # data folders, as they were then
    lapsed = models.JSONField(default=list)  # what was read without an agreement
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    stage = models.CharField(max_length=200, blank=True)  # what it is doing now
    told = models.TextField(blank=True)  # what it said at the end: a result or a refusal
    run = models.CharField(max_length=10, blank=True)  # the short hash printed on every page
    data_hash = models.CharField(max_length=64, blank=True)  # of every file that was read
    marking = models.CharField(max_length=60, default="OFFICIAL")

    class Meta:
        ordering: ClassVar = ["-asked_at", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, state__in=["waiting", "running"])
                | Q(ended_at__isnull=False, state__in=["done", "failed"]),
                name="build_ended_if_final",
            )
        ]

    def __str__(self) -> str:
        return f"build {self.pk} of {self.partnership}"

    @property
    def folder(self) -> Path:
        """Where its documents are."""
        return Path(settings.RUNS) / self.partnership.slug / f"build-{self.pk}"

    @property
    def lock(self) -> Path:
        """Held by the process that builds, for as long as it lives, however it ends."""
        return self.folder.parent / f".build-{self.pk}.lock"

    @property
    def is_final(self) -> bool:
        """Whether it has ended."""
        return self.state in FINAL

    def as_thing(self) -> Thing:
        """As the permissions see it."""
        return Thing(
            Kind.BUILD, self.partnership_id, self.pk or "", state=self.state, marking=self.marking
        )
