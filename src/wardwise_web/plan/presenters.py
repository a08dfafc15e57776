"""From rows of the plan to what a page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from wardwise.measures.targets.against_time import OFF_TRACK, ON_TRACK, Pace, against_time
from wardwise_web.core.jinja import day
from wardwise_web.plan.models import Action, Service
from wardwise_web.plan.rules import ASSURED_FOR, STALE_AFTER, days_without_word, is_stale
from wardwise_web.plan.selectors import FundingEnd
from wardwise_web.plan.states import ActionState


PACE_RULE = (
    "How far is percent complete over the share of the time from start to due date that has run: "
    f"{ON_TRACK:.0f} or more is on track, {OFF_TRACK:.0f} or less off track, between them to watch."
    f" An action without an update in {STALE_AFTER} times its reporting interval is grey,"
    " whatever it was before."
)


@dataclass(frozen=True)
class Standing:
    """How an action stands: a word, a colour and a shape that say the same."""

    word: str
    light: str  # green, amber, red, grey
    why: str

    @property
    def shape(self) -> str:
        """A sign for each colour, so that no colour is needed."""
        return {"green": "●", "amber": "◆", "red": "▲", "grey": "○"}[self.light]


LIGHTS = {
    Pace.ON_TRACK: "green",
    Pace.WATCH: "amber",
    Pace.OFF_TRACK: "red",
    Pace.NOT_BEGUN: "grey",
}
RESTING = (ActionState.DEFERRED, ActionState.STOPPED)


def standing_of(action: Action, *, on: date) -> Standing:
    """The word for an action on a day."""
    if action.state == ActionState.CLOSED:
        return Standing("Closed", "green", "Somebody other than its owner accepted it as done.")
    if action.state in RESTING:
        return Standing(str(action.state).capitalize(), "grey", "It is not judged.")
    if is_stale(action, on=on):
        days = days_without_word(action, on=on)
        return Standing(
            "Stale",
            "grey",
            f"No update for {days} days; one is asked every {action.interval_days}.",
        )
    found = against_time(
        starts_on=action.starts_on.isoformat(),
        due_on=action.due_on.isoformat(),
        on=on.isoformat(),
        percent_complete=action.percent_complete,
    )
    why = f"{action.percent_complete}% done; time asks {found.expected_percent:.0f}%."
    return Standing(str(found.pace).capitalize(), LIGHTS[found.pace], why)


@dataclass(frozen=True)
class ActionRow:
    """One line of the action list."""

    action: Action
    standing: Standing
    slippage_days: int
    days_late: int  # while it is not done
    closed_late: int  # days after its date on which it was accepted as done
    indicators: str

    @property
    def days_after(self) -> int:
        """Days after the date in force: until it was accepted as done, or until now."""
        return self.days_late or self.closed_late

    @property
    def dates(self) -> str:
        """``31 March 2027, was 31 December 2026``."""
        now = day(self.action.due_on)
        return now if not self.slippage_days else f"{now} (first {day(self.action.first_due_on)})"


def row_of(action: Action, *, on: date) -> ActionRow:
    """An action as the list shows it."""
    is_open = action.state in (ActionState.IN_HAND, ActionState.CLOSING)
    return ActionRow(
        action=action,
        standing=standing_of(action, on=on),
        slippage_days=(action.due_on - action.first_due_on).days,
        days_late=max(0, (on - action.due_on).days) if is_open else 0,
        closed_late=_closed_late(action),
        indicators=", ".join(link.indicator.code for link in action.measured_by.all())
        or f"None: {action.no_indicator_because}",
    )


def _closed_late(action: Action) -> int:
    if action.state != ActionState.CLOSED:
        return 0
    closed = [one.at for one in action.moves.all() if one.state == ActionState.CLOSED]
    return max(0, (timezone.localdate(closed[-1]) - action.due_on).days) if closed else 0


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to."""

    standing: str = ""
    agency: str = ""
    scale: str = ""
    owner: str = ""

    def keeps(self, row: ActionRow) -> bool:
        """Whether a row is shown."""
        action = row.action
        words = ("", row.standing.word, *(["Late"] if row.days_late else []))
        return (
            self.standing in words
            and self.agency in ("", str(action.owner_agency_id))
            and self.scale in ("", str(action.scale))
            and self.owner in ("", str(action.owner_id))
        )


def tallies(rows: Iterable[ActionRow]) -> list[tuple[Standing, int]]:
    """How many stand how, in the order in which a board asks."""
    order = ("Off track", "Watch", "Stale", "On track", "Not begun", "Closed")
    found = list(rows)
    counted = Counter(row.standing.word for row in found)
    looks = {row.standing.word: row.standing for row in found}
    names = [*order, *sorted(set(counted) - set(order))]
    return [(looks[name], counted[name]) for name in names if counted[name]]


def needs_checking(service: Service, *, on: date) -> bool:
    """Whether nobody has checked the entry for six months."""
    return service.assured_on is None or on - service.assured_on > ASSURED_FOR


def months_of(ends: Sequence[FundingEnd]) -> list[tuple[date, list[FundingEnd]]]:
    """The ends of funding month by month, for the calendar."""
    found: dict[date, list[FundingEnd]] = {}
    for end in ends:
        found.setdefault(end.on.replace(day=1), []).append(end)
    return sorted(found.items())
