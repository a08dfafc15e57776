"""How the engine is set for a partnership: each version is a row, and the last is in force."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from wardwise_web.people.models import Partnership, Person


class SettingsVersion(models.Model):
    """The text of the settings as somebody left it."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="settings_versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    note = models.CharField(max_length=200)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["partnership", "number"], name="settings_version_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return f"settings {self.number}"


class Mapping(models.Model):
    """How a supplier's columns are read: a mapping file of the engine, version by version."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="mappings")
    name = models.SlugField(max_length=80)
    number = models.PositiveIntegerField()
    text = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["name", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["partnership", "name", "number"], name="mapping_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.number}"


class DataFolder(models.Model):
    """A folder on the server whose files are evidence, such as the open data of a region."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="data_folders")
    path = models.CharField(max_length=400)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    left_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["partnership", "path"],
                condition=models.Q(left_at__isnull=True),
                name="folder_pointed_at_once",
            )
        ]

    def __str__(self) -> str:
        return self.path


class CommissionedPlaces(models.Model):
    """Wards that the terms of reference ask a profile of: laid over the text at each build."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="commissioned")
    places = models.JSONField(default=list)  # names or codes of wards
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]

    def __str__(self) -> str:
        return ", ".join(self.places) or "none"
