"""A made-up weather station: warm days are those on which more violence was made to happen."""

from __future__ import annotations

import numpy as np

from wardwise.demo import truths_people as planted
from wardwise.demo.partners.world import World
from wardwise.demo.randomness import stream


FILE = "exampleshire_temperatures.csv"
MIDDLE, SWING = 14.5, 8.5
"""Of the year's maxima, and from there to mid-July. Unit: degrees Celsius."""
WARMEST_DAY = 197  # of the year
LASTS, SPREAD = 0.7, 2.0
"""Part of a day's warmth that the next keeps, and the spread of what is new in it, in degrees."""
DEGREES_PER_DEVIATION = 2.0
"""How much warmer a day is for each standard deviation of violence above its like."""


def temperatures_text(world: World) -> str:
    """The file, a row for every day of the partners' months."""
    first = np.datetime64(f"{planted.PERIOD.first}-01")
    days = np.arange(first, np.datetime64(planted.LAST_DAY) + 1)
    random = stream(world.seed, "temperatures")
    new = random.normal(0, SPREAD, len(days))
    weather = np.zeros(len(days))
    for n in range(1, len(days)):
        weather[n] = LASTS * weather[n - 1] + new[n]
    day_of_year = (days - days.astype("M8[Y]")).astype(int)
    season = MIDDLE + SWING * np.cos(2 * np.pi * (day_of_year - WARMEST_DAY) / 365.25)
    maximum = season + weather + DEGREES_PER_DEVIATION * _violence(world, days)
    told = zip(days.astype(str), maximum.tolist(), strict=True)
    return "date,maximum_celsius\n" + "".join(f"{day},{value:.1f}\n" for day, value in told)


def _violence(world: World, days: np.ndarray) -> np.ndarray:
    """Violence of each day in standard deviations from the same weekdays of its month.

    The model deals a month's Mondays their crimes together, so that each holds more where there
    are four than where there are five: days are compared within weekday and month.
    """
    crimes = world.crimes
    names = world.made.crimes.offences
    is_violence = np.asarray(crimes.offence) == names.index("Violence and sexual offences")
    place = np.asarray(crimes.start_day)[is_violence] - days[0].astype("M8[D]").astype(int)
    inside = (place >= 0) & (place < len(days))
    counts = np.bincount(place[inside], minlength=len(days)).astype(float)
    month = days.astype("M8[M]").astype(int)
    cell = 7 * (month - month.min()) + (days.astype("M8[D]").astype(int) + 3) % 7
    held = np.maximum(np.bincount(cell), 1)
    usual = (np.bincount(cell, counts) / held)[cell]
    found: np.ndarray = (counts - usual) / np.sqrt(np.maximum(usual, 1))
    return found
