"""Whether the year's public meetings are those that regulation 12 asks for."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise_web.assessments.models import Cycle
from wardwise_web.consultation.models import Event
from wardwise_web.consultation.states import EventState
from wardwise_web.people.selectors import agencies_at


@dataclass(frozen=True)
class PublicMeetings:
    """The year's public meetings with a complete record, and who was missing at each.

    ``missing`` maps an event's id to responsible authorities of that day from which nobody
    senior was there.
    """

    events: tuple[Event, ...]
    missing: dict[int, tuple[str, ...]]

    @property
    def is_met(self) -> bool:
        """Whether at least one was attended by somebody senior of each responsible authority."""
        return any(not self.missing[event.pk] for event in self.events)

    @property
    def words(self) -> str:
        """For the checklist of the year."""
        if not self.events:
            return "Not met: no public meeting of this year has a complete record."
        number = len(self.events)
        told = "1 event" if number == 1 else f"{number} events"
        if self.is_met:
            return f"Met by {told}: {'; '.join(event.title for event in self.events)}."
        absent = "; ".join(
            f"at '{event.title}' nobody senior of {', '.join(self.missing[event.pk])}"
            for event in self.events
        )
        return f"Not met: {told}, but {absent}."


def public_meetings(cycle: Cycle) -> PublicMeetings:
    """The public meetings that count: held in public, and recorded in full."""
    counted = (EventState.COMPLETE, EventState.PUBLISHED)
    found = cycle.consultation_events.filter(is_public=True, state__in=counted)
    events = tuple(found.prefetch_related("seniors"))
    return PublicMeetings(events, {event.pk: _missing(event) for event in events})


def _missing(event: Event) -> tuple[str, ...]:
    there = {senior.agency_id for senior in event.seniors.all()}
    on = event.held_on
    if on is None:  # a complete record has a day: the database holds to that
        return ()
    bound = agencies_at(event.partnership, on).filter(responsible_authority=True)
    return tuple(agency.name for agency in bound.order_by("name") if agency.pk not in there)
