"""Near repeats of the offences that are known for them: pairs near in place and time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wardwise.domain.events import ExactEvents
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.exact_events import exact_events
from wardwise.figures.people_selected import Arguments, Selected, select
from wardwise.measures.near_repeats.knox import Knox, knox
from wardwise.measures.people.proportion import proportion_percent


KNOWN_FOR_IT = ("burglary", "vehicle", "robbery", "damage", "arson")
"""Words in the names of offences whose near repeats have been shown in many places."""
SPACE = (0, 100, 200, 300, 400)
"""Limits of the bands of distance; the first holds the same address as well. Unit: metres."""
TIME = (0, 7, 14, 21, 28)
"""Limits of the bands of time. Unit: days."""
LONGEST_DAYS = 7
"""A crime that happened within more days is of no use to weeks."""
FEWEST = 100
"""Crimes with an exact point and a day; with fewer only a flood of pairs would show."""
LEAST_EXPECTED = 5
"""Pairs; of fewer, how many times as many were found is printed only where it is above chance."""
PERMUTATIONS = 999


@dataclass(frozen=True)
class ActionWindow:
    """How near and for how long the risk stays above chance, and by how much."""

    metres: int
    days: int
    pairs: Figure
    by_chance: Figure
    percent_above: Figure
    times_chance: Figure


@dataclass(frozen=True, eq=False)
class NearRepeat:
    """The pairs of one offence, band by band.

    ``ratios`` are observed over expected by band of distance and of time; None where too few
    are expected. ``near`` and ``near_by_chance`` are the pairs of the first band of each.
    """

    offence: str
    events: ExactEvents
    found: Knox
    used: Figure
    of_all: Figure  # percent
    ratios: tuple[tuple[Figure | None, ...], ...]
    near: Figure
    near_by_chance: Figure
    window: ActionWindow | None

    @property
    def is_called(self) -> bool:
        """Whether any cell is above chance."""
        return bool(self.found.is_above_chance.any())


@dataclass(frozen=True, eq=False)
class NearRepeats:
    """Of every such offence, most events first; why there is none, or nothing."""

    offences: tuple[NearRepeat, ...]
    too_few: tuple[str, ...] = ()
    why_none: str = ""

    def of(self, name: str | None) -> NearRepeat | None:
        """The one of that name."""
        return next((one for one in self.offences if one.offence == name), None)


def near_repeats(desk: Desk) -> NearRepeats:
    """From the partners' extracts, once for the whole run."""
    return desk.once("near repeats", lambda: _near_repeats(desk))


def _near_repeats(desk: Desk) -> NearRepeats:
    if isinstance(desk.evidence.recorded_people, NotHeld):
        return NearRepeats((), why_none="open data put each crime at a shared point and give its "
                           "month alone")  # fmt: skip
    enough: list[tuple[Selected, ExactEvents]] = []
    too_few: list[str] = []
    why = "no partner's file holds a burglary, a vehicle crime, a robbery or damage"
    for name in desk.offences:
        if not any(word in name.lower() for word in KNOWN_FOR_IT):
            continue
        found = select(desk, name=name, offences=(name,))
        events = found if isinstance(found, NotKnown) else exact_events(
            found, longest_days=LONGEST_DAYS
        )  # fmt: skip
        if isinstance(found, NotKnown) or isinstance(events, NotKnown):
            why = events.reason if isinstance(events, NotKnown) else why
        elif len(events) < FEWEST:
            too_few.append(name)
            why = f"fewer than {FEWEST} of each such crime have an exact point and a day"
        else:
            enough.append((found, events))
    made = [near_repeat(found, events, looks=len(enough)) for found, events in enough]
    made.sort(key=lambda one: -len(one.events))
    return NearRepeats(tuple(made), tuple(too_few), "" if made else why)


def near_repeat(found: Selected, events: ExactEvents, *, looks: int) -> NearRepeat:
    """The pairs of the events, against those of their dates in any other order.

    ``looks`` offences are told together, this one among them.
    """
    bands: dict[str, Json] = {"space": [*SPACE], "time": [*TIME]}
    seed = found.desk.settings.seed
    table = knox(
        x=events.easting,
        y=events.northing,
        times=events.day,
        bands=bands,
        permutations=PERMUTATIONS,
        seed=seed,
        looks=looks,
    )
    arguments: Arguments = {
        "x": events.asks["eastings"],
        "y": events.asks["northings"],
        "times": events.asks["days"],
        "bands": bands,
        "permutations": PERMUTATIONS,
        "seed": seed,
        "looks": looks,
    }
    return _told(found, events, table, arguments)


def _told(found: Selected, events: ExactEvents, table: Knox, arguments: Arguments) -> NearRepeat:
    def figure(take: str, value: float, unit: Unit, detail: str) -> Figure:
        recipe = Recipe("knox", arguments, take)
        return found.figure(recipe, value, unit=unit, detail=f"near repeats, {detail}")

    share: Arguments = {
        "part": Recipe("knox", arguments, "events"),
        "whole": found.ask("partner_crimes"),
        "level": found.desk.level,
    }
    return NearRepeat(
        offence=found.name,
        events=events,
        found=table,
        used=figure("events", len(events), found.chosen.unit, "used"),
        of_all=found.figure(
            Recipe("proportion_percent", share, "value"),
            proportion_percent(part=len(events), whole=found.n, level=found.desk.level),
            unit=Unit.PERCENT,
            detail="with an exact point and a day known within a week",
        ),
        ratios=tuple(
            tuple(
                figure(
                    f"ratio[{k}][{n}]",
                    float(table.ratio[k, n]),
                    Unit.RATIO,
                    f"band {k + 1} of distance, {n + 1} of time",
                )
                if table.expected[k, n] >= LEAST_EXPECTED or table.is_above_chance[k, n]
                else None
                for n in range(len(table.time_labels))
            )
            for k in range(len(table.space_labels))
        ),
        near=figure("observed[0][0]", int(table.observed[0, 0]), Unit.PAIRS, "nearest"),
        near_by_chance=figure(
            "expected[0][0]",
            float(table.expected[0, 0]),
            Unit.PAIRS,
            "nearest by chance",
        ),
        window=_window(table, figure),
    )


def _window(table: Knox, figure: Callable[[str, float, Unit, str], Figure]) -> ActionWindow | None:
    window = table.window
    if window is None:
        return None
    return ActionWindow(
        metres=SPACE[window.space_bands[1] + 1],
        days=TIME[window.time_bands[1] + 1],
        pairs=figure("window.observed", window.observed, Unit.PAIRS, "in the window"),
        by_chance=figure("window.expected", window.expected, Unit.PAIRS, "in the window by chance"),
        percent_above=figure("window.percent_above", window.percent_above, Unit.PERCENT, "above"),
        times_chance=figure("window.times_chance", window.times_chance, Unit.RATIO, "times chance"),
    )
