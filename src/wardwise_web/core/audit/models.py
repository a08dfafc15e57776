"""The audit's table: no foreign keys, so that a row outlives what it tells of."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class AuditEvent(models.Model):
    """One thing that somebody did. Its hash covers every column and the row before it."""

    sequence = models.PositiveBigIntegerField(primary_key=True)
    at = models.CharField(max_length=32)  # ISO 8601 in UTC, as hashed: no rounding by a database
    operation = models.CharField(max_length=12)
    event = models.CharField(max_length=80)  # "chapter.approved"
    partnership_id = models.BigIntegerField(null=True)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    object_kind = models.CharField(max_length=40)
    object_id = models.CharField(max_length=64)
    details = models.TextField()  # JSON with sorted keys, as hashed
    reason = models.TextField(blank=True)
    recipients = models.TextField(blank=True)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["sequence"]
        indexes: ClassVar = [
            models.Index(fields=["partnership_id", "sequence"]),
            models.Index(fields=["object_kind", "object_id"]),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.event}"


class ChainHead(models.Model):
    """The last row of the chain, and the lock that makes writers wait for one another."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(id=1), name="one_chain_head")
        ]

    def __str__(self) -> str:
        return f"head at {self.sequence}"
