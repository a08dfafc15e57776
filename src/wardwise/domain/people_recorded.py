"""Crimes and people as partners' extracts hold them: rows without names, each role apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.figure import Json, Unit
from wardwise.domain.period import Month, Period


Ints = NDArray[np.int32]
Marks = NDArray[np.bool_]
Moments = NDArray[np.datetime64]
Floats = NDArray[np.float64]
Band = tuple[int, int | None]

RECORDED_CRIME = "recorded_crime"
ROLES = ("victim", "suspect", "offender")
"""A suspect is named and not proved; an offender is proved. The two are never put together."""

NOT_GIVEN = -1
"""Stands in an array of whole numbers for what the supplier does not say."""


@dataclass(frozen=True, eq=False)
class CrimeRows:
    """Recorded crimes, or incidents, located in the partnership or nowhere. Shape: crimes.

    ``record`` numbers the supplier's references, ``month`` is ``Month.ordinal``; ``offence``,
    ``category`` and ``code`` are positions in the tuples of names. ``starts`` and ``ends`` are
    the span in which it happened, a date alone being the whole day. ``is_set`` and
    ``is_answered`` are by flag, and hold only flags that a supplier fills at all. ``lsoa`` is a
    position in ``lsoas``. ``groups`` holds the names of each column of ``columns`` (outcome,
    premises, sex, weapon, outward_postcode), ``age_low`` and ``age_high`` are of the person
    whom the row is about.
    """

    record: Ints
    month: Ints
    offence: Ints
    category: Ints
    code: Ints
    offences: tuple[str, ...]
    categories: tuple[str, ...]
    codes: tuple[str, ...]
    starts: Moments
    ends: Moments
    is_set: Mapping[str, Marks]
    is_answered: Mapping[str, Marks]
    lsoa: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    lsoas: tuple[str, ...] = ()
    columns: Mapping[str, Ints] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    age_low: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    age_high: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int32))


@dataclass(frozen=True, eq=False)
class PeopleRows:
    """One person's part in one crime a row. Shape: rows, in the order of the supplier's file.

    ``record`` and ``person`` number references and people, ``NOT_GIVEN`` where there is none;
    the same number is the same person in every role. ``groups`` holds the names of each column
    of ``columns`` (sex, ethnicity, relationship), ``lives_here`` is 1, 0 or ``NOT_GIVEN``, and
    ``home`` a position among the neighbourhoods.
    """

    record: Ints
    person: Ints
    days: Moments
    age: Ints
    age_low: Ints
    age_high: Ints
    columns: Mapping[str, Ints]
    groups: Mapping[str, tuple[str, ...]]
    lives_here: Ints
    home: Ints


@dataclass(frozen=True, eq=False)
class Neighbourhoods:
    """LSOAs in which a crime happened or somebody in it lives. Shape: neighbourhoods.

    In the order of their codes; NaN where the middle of one is not known, and an empty ward
    where the geography does not hold it.
    """

    codes: tuple[str, ...]
    wards: tuple[str, ...]
    is_inside: Marks
    longitude: Floats
    latitude: Floats


@dataclass(frozen=True, eq=False)
class Addresses:
    """The number of each crime's exact point, and why there is none at all, or nothing.

    ``easting`` and ``northing`` are by number. Shape: addresses. Unit: metres on the British
    National Grid, to the centimetre.
    """

    number: Ints
    why_none: str
    easting: Floats = field(default_factory=lambda: np.zeros(0))
    northing: Floats = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True, eq=False)
class PeopleRecorded:
    """What the partners' extracts hold: crimes, and people by role where a file of them came."""

    crimes: CrimeRows
    people: Mapping[str, PeopleRows]
    period: Period  # first to last month of the crimes
    last_day: str  # that the crimes cover, YYYY-MM-DD
    marking: str  # the highest of the files
    suppliers: Mapping[str, tuple[str, ...]]  # source id → who supplied it
    months: tuple[Month, ...] = ()  # those that the extract covers; not one that it breaks off in
    neighbourhoods: Neighbourhoods | None = None
    addresses: Addresses | None = None


@dataclass(frozen=True)
class ChosenPart:
    """A part of a definition: any of the codes and any of the flags, where it names either.

    ``first`` and ``last`` are the months for which it holds, both included.
    """

    codes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None

    @property
    def asked(self) -> dict[str, Json]:
        """As a question takes it."""
        return {
            "codes": list(self.codes),
            "flags": list(self.flags),
            "first": self.first,
            "last": self.last,
        }


@dataclass(frozen=True)
class Chosen:
    """Crimes chosen by offence, code, flag or part of a definition; none named means every crime.

    One that is chosen in two ways is one crime.
    ``offences`` are names of groups or, of incidents, categories.
    """

    area: str
    period: Period
    offences: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    dataset: str = RECORDED_CRIME
    parts: tuple[ChosenPart, ...] = ()

    @property
    def unit(self) -> Unit:
        """Offences, or records of what is no crime."""
        return Unit.OFFENCES if self.dataset == RECORDED_CRIME else Unit.RECORDS

    @property
    def source(self) -> str:
        """The id of the dataset among the sources."""
        return f"partner:{self.dataset}"

    @property
    def asked(self) -> dict[str, Json]:
        """The arguments that every question on partners' rows takes."""
        other: dict[str, Json] = {"dataset": self.dataset}
        parts: list[Json] = [part.asked for part in self.parts]
        return {
            **(other if self.dataset != RECORDED_CRIME else {}),
            "area": self.area,
            "first": str(self.period.first),
            "last": str(self.period.last),
            "offences": list(self.offences),
            "flags": list(self.flags),
            "codes": list(self.codes),
            **({"parts": parts} if parts else {}),
        }


def band_of(low: int, high: int | None, bands: Sequence[Band]) -> int:
    """The position of the band that is the same, or else holds it; ``NOT_GIVEN`` for none.

    An upper age of None is an open end, 'and over'.

    >>> bands = [(10, 17), (18, 25), (66, None)]
    >>> band_of(14, 14, bands), band_of(70, None, bands), band_of(16, 20, bands)
    (0, 2, -1)
    """
    if (low, high) in bands:
        return list(bands).index((low, high))
    for at, (first, last) in enumerate(bands):
        if low >= first and (last is None or (high is not None and high <= last)):
            return at
    return NOT_GIVEN
