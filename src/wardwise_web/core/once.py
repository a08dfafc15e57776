"""A form sent twice, as by a button pressed again, makes one thing and not two of the same."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from wardwise_web.core.moves import MoveRefused


def check_not_twice(twins: QuerySet[Any], *, what: str) -> None:
    """Refuse where the same is kept already. Who calls holds the lock under which it is added."""
    if twins.exists():
        raise MoveRefused(f"{what} is kept already: it is not kept a second time.")
