"""Somebody who wants to do something, as the permissions see them."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.roles import Role


@dataclass(frozen=True)
class Holding:
    """A role held for an agency; ``cycle_id`` narrows it to one year's assessment."""

    role: Role
    agency_id: int | None = None
    cycle_id: int | None = None


@dataclass(frozen=True)
class Actor:
    """A person in one partnership at one moment.

    ``clearance`` is the highest marking that they may see; ``compartments`` are the closed
    subjects that they were admitted to; ``in_emergency`` while the glass is broken.
    """

    person_id: int | None
    name: str
    partnership_id: int | None
    holdings: frozenset[Holding] = frozenset()
    clearance: str = LOWEST
    compartments: frozenset[str] = frozenset()
    in_emergency: bool = False

    @property
    def person(self) -> int:
        """The person's id, where only a person can act; LookupError for the application."""
        if self.person_id is None:
            raise LookupError(f"{self.name or 'Nobody'} is no person.")
        return self.person_id

    @property
    def roles(self) -> frozenset[Role]:
        """Every role held, for whichever agency."""
        return frozenset(holding.role for holding in self.holdings)

    @property
    def agency_ids(self) -> frozenset[int]:
        """The agencies that they speak for."""
        return frozenset(
            holding.agency_id for holding in self.holdings if holding.agency_id is not None
        )


def system(partnership_id: int | None = None) -> Actor:
    """The application itself, in rows about what no person did (a build that ended)."""
    return Actor(person_id=None, name="Wardwise", partnership_id=partnership_id)
