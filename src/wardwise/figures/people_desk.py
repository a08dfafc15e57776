"""What figures about people need to lie before them: an assessment's desk, or one of records."""

from __future__ import annotations

from typing import Protocol

from wardwise.domain.area import Area
from wardwise.domain.settings import PeopleSettings


class PeopleChoices(Protocol):
    """The settings that such figures follow."""

    @property
    def people(self) -> PeopleSettings:
        """The fewest people that a printed group may have."""
        ...

    @property
    def seed(self) -> int:
        """Of every draw."""
        ...


class PeopleDesk(Protocol):
    """Whose figures they are, at which level, by which settings."""

    @property
    def area(self) -> Area:
        """The place."""
        ...

    @property
    def level(self) -> float:
        """Level of intervals, a share."""
        ...

    @property
    def settings(self) -> PeopleChoices:
        """The run's."""
        ...
