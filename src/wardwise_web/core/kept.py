"""What the framework keeps for a while (counts of tries, codes that were used): in the database.

In memory each worker process would count for itself, and a code could be used once in each.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class KeptForAWhile(models.Model):
    """One entry; the columns are those that ``DatabaseCache`` asks for."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "core_kept_for_a_while"
        verbose_name_plural: ClassVar[str] = "kept for a while"

    def __str__(self) -> str:
        return self.cache_key
