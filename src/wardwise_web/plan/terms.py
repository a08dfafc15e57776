"""What a person says of a recommendation, an action, an update or a service, in one piece."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class RecommendationTerms:
    """``findings`` are finding ids with the claims as they stand; none needs a reason."""

    text: str
    about: str
    to: str = ""
    findings: tuple[Mapping[str, str], ...] = ()
    no_finding_because: str = ""
    no_action_because: str = ""
    from_build: bool = False


@dataclass(frozen=True)
class ActionTerms:
    """All that is agreed of an action before it starts."""

    title: str
    owner_id: int
    owner_agency_id: int
    scale: int
    starts_on: date
    due_on: date
    what: str = ""
    recommendation_id: int | None = None
    no_recommendation_because: str = ""
    milestones: tuple[tuple[str, date], ...] = ()
    no_milestone_because: str = ""
    indicator_ids: tuple[int, ...] = ()
    no_indicator_because: str = ""
    interval_days: int = 31
    blocked_by: str = ""
    cost: Decimal | None = None
    funding: str = ""
    funding_ends_on: date | None = None


@dataclass(frozen=True)
class Told:
    """An update: what happened, how far it is, the owner's next date."""

    happened: str
    percent_complete: int
    next_on: date


@dataclass(frozen=True)
class Shown:
    """Evidence as handed in: a link, or a file's name, type and bytes."""

    title: str
    link: str = ""
    file_name: str = ""
    content_type: str = ""
    content: bytes = b""


@dataclass(frozen=True)
class ServiceTerms:
    """All that the map says of a service."""

    name: str
    agency_id: int
    scale: int
    outcome: str
    lead_group: str
    grade: str
    factors: tuple[str, ...] = ()
    no_factor_because: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)  # the fields that may be empty
