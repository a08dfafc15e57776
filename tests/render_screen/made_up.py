"""Pictures of made-up numbers, one of every kind, with the awkward cases in them."""

from __future__ import annotations

import math
from typing import Any

from wardwise.document.pictures import (
    Bar,
    Bars,
    Cell4x4,
    Concentration,
    ControlChart,
    ControlCharts,
    ControlSeries,
    Grid4x4,
    MonthIndex,
    Picture,
    Pyramid,
    Signal,
    Stretch,
)
from wardwise.domain.period import Month


FIRST = Month(2022, 1)
BREAK = "The force began to record more of the public order offences that are reported to it"


def said(name: str) -> dict[str, Any]:
    """What every picture carries."""
    return {
        "name": name,
        "title": f"The finding of {name} & its <limits>",
        "subtitle": "Offences a month, January 2022 to December 2024",
        "source": "Source: made up, extracted 3 March 2026.",
        "alt": f"Made-up {name}: from 180 to 320, highest in July 2023.",
        "table": None,
    }


def series(name: str, *, level: float, months: int = 36, broken: bool = False) -> ControlSeries:
    """A wave on a level; the first and the later stretch part at a break where asked."""
    all_months = tuple(FIRST.plus(n) for n in range(months))
    values: list[float | None] = [
        round(level * (1 + 0.12 * math.sin(n * 1.7) + 0.05 * math.cos(n * 4.1)))
        for n in range(months)
    ]
    if not broken:
        return ControlSeries(name, all_months, tuple(values), (_stretch(all_months, level),))
    values[8] = values[9] = None
    values[19] = level * 1.6
    cut = all_months[28]
    return ControlSeries(
        name,
        all_months,
        tuple(value if n < 28 or value is None else value * 0.7 for n, value in enumerate(values)),
        (_stretch(all_months[:28], level), _stretch(all_months[28:], level * 0.7)),
        signals=(
            Signal(all_months[19], "outside the limits"),
            Signal(all_months[24], "two of three near a limit"),
            Signal(all_months[25], "two of three near a limit"),
        ),
        breaks=((cut, BREAK),),
        incomplete=(all_months[0], all_months[1]),
    )


def _stretch(months: tuple[Month, ...], level: float) -> Stretch:
    return Stretch(months[0], months[-1], level, level * 0.7, level * 1.35, trial=len(months) < 12)


GROUPS = (
    "Violence and sexual offences",
    "Anti-social behaviour",
    "Public order",
    "Vehicle crime",
    "Other theft",
    "Criminal damage and arson",
    "Shoplifting",
    "Burglary",
    "Drugs",
    "Theft from the person",
    "Robbery",
    "Possession of weapons",
    "Bicycle theft",
    "Other crime",
)


def control_chart() -> ControlChart:
    return ControlChart(**said("control"), series=series("Shoplifting", level=240, broken=True))


def control_charts() -> ControlCharts:
    several = tuple(
        series(name, level=800 / (n + 1), broken=n in (1, 6)) for n, name in enumerate(GROUPS)
    )
    return ControlCharts(**said("small-multiples"), series=several)


def peers() -> Bars:
    rates = (112.4, 104.9, 98.2, 96.0, 91.3, 84.4, 79.9)
    names = ("Slough", "Luton", "Bedford", "Milton Keynes", "Reading", "Peterborough", "Swindon")
    bars = [
        Bar(name, rate, rate - 4, rate + 4.5, ours=name == "Luton")
        for name, rate in zip(names, rates, strict=True)
    ]
    bars.append(Bar("Hinckley and Bosworth with Market Bosworth", None, why_not="not known"))
    return Bars(
        **said("peers"),
        bars=tuple(bars),
        unit="offences per 1,000 residents",
        dots=True,
        reference=(96.0, "median of the group 96.0"),
    )


def contributions() -> Bars:
    changes = (412.0, 155, 31, 0, -18, -77, -260)
    bars = [Bar(name, value, ours=True) for name, value in zip(GROUPS, changes, strict=False)]
    bars.append(Bar("Cyber crime", None, why_not="not known: no count is published"))
    return Bars(**said("contributions"), bars=tuple(bars), unit="offences more or fewer")


def counts() -> Bars:
    bars = [
        Bar(name, 900 / (n + 1), 850 / (n + 1), 960 / (n + 1), ours=n == 2)
        for n, name in enumerate(GROUPS)
    ]
    return Bars(**said("counts"), bars=tuple(bars), unit="offences")


def month_index() -> MonthIndex:
    index = tuple(None if n == 4 else 100 + 14 * math.sin(n / 2) for n in range(12))
    low = tuple(None if v is None else v - 6 for v in index)
    high = tuple(None if v is None else v + 6 for v in index)
    return MonthIndex(**said("months"), index=index, lower=low, upper=high)


def concentration() -> Concentration:
    places = tuple(float(n) for n in range(0, 101, 2))
    return Concentration(
        **said("concentration"),
        places_percent=places,
        offences_percent=tuple(100 * (p / 100) ** 0.35 for p in places),
        chance_percent=tuple(100 * (p / 100) ** 0.8 for p in places),
        marked=(6.0, 100 * 0.06**0.35, "12 of 203 neighbourhoods hold 37% of offences"),
    )


def grid4x4() -> Grid4x4:
    return Grid4x4(
        **said("grid"),
        cells=(
            Cell4x4(4, 3, ("Domestic abuse", "Violence with injury")),
            Cell4x4(3, 4, ("Anti-social behaviour", "Shoplifting", "Criminal damage and arson")),
            Cell4x4(1, 1, ("Bicycle theft",)),
            Cell4x4(2, 3, ("Residential burglary",)),
        ),
    )


def pyramid() -> Pyramid:
    bands = (*(f"{n}–{n + 4}" for n in range(0, 90, 5)), "90+")
    left = tuple(3.6 - 0.19 * n for n in range(19))
    compare = tuple(3.0 - 0.14 * n for n in range(19))
    return Pyramid(
        **said("pyramid"),
        bands=bands,
        left=left,
        right=tuple(x * 1.04 for x in left),
        compare_left=compare,
        compare_right=compare,
    )


def charts() -> tuple[Picture, ...]:
    """One of every kind that needs no boundaries."""
    return (
        control_chart(),
        control_charts(),
        peers(),
        contributions(),
        counts(),
        month_index(),
        concentration(),
        grid4x4(),
        pyramid(),
    )
