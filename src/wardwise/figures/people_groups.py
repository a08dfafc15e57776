"""People by age, sex, ethnicity, relationship or home: counts and shares, small ones withheld."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from wardwise.domain.figure import Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import NOT_GIVEN, Band, Ints, band_of
from wardwise.figures.people_selected import Arguments, Selected
from wardwise.figures.people_withheld import FEW, hidden_groups, shown
from wardwise.measures.people.group_share import group_shares_percent


BANDS: tuple[Band, ...] = (
    (0, 9),
    (10, 17),
    (18, 25),
    (26, 35),
    (36, 45),
    (46, 55),
    (56, 65),
    (66, None),
)
"""Where most ages are given to the year; a supplier's own bands are printed as they came."""

Key = Band | str

CHILD = 10  # years: below it nobody can be held to account, so nobody is suspected
MOST_GROUPS = 8
NAMES = {"F": "Female", "M": "Male", "here": "In the partnership", "elsewhere": "Elsewhere"}
WHAT = {"age band": "age", "home": "home"}


@dataclass(frozen=True)
class Group:
    """One group: how many people, and what part of those whose group is known."""

    name: str
    count: Figure
    share: Figure


@dataclass(frozen=True)
class Groups:
    """Everybody of a role by one property; ``missing`` is the share whose group is not known.

    ``true_counts`` are for tests of the whole; a number in it may be one that is not printed.
    """

    role: str
    by: str
    keys: tuple[Key, ...]
    groups: tuple[Group, ...]
    missing: Figure
    true_counts: tuple[int, ...]

    @property
    def bands(self) -> tuple[Band, ...]:
        """The keys of age bands as ages."""
        return tuple(key for key in self.keys if not isinstance(key, str))

    @property
    def asked(self) -> dict[str, Json]:
        """Role, property and groups, as the questions on people in groups take them."""
        named: list[Json] = [key if isinstance(key, str) else list(key) for key in self.keys]
        return {"role": self.role, "by": self.by, "groups": named}

    @property
    def hides(self) -> bool:
        """Whether a number is withheld."""
        return any(group.count.status == "withheld" for group in self.groups)

    @property
    def largest(self) -> Group:
        """The group with the most people, which is never withheld alone."""
        return self.groups[int(np.argmax(self.true_counts))]


def people_figure(found: Selected, role: str) -> Figure:
    """People of the role, each once. Unit: people."""
    ask = found.ask("partner_people", role=role)
    return found.figure(
        Recipe(ask.question, {"answer": ask}),
        len(found.once(role)),
        unit=Unit.PEOPLE,
        roles=(role,),
        detail=role,
    )


@dataclass(frozen=True)
class Counting:
    """What is counted in groups: of whom, by which property, and the questions that count it.

    The questions are ``question`` with ``_in_groups``, ``_in_group`` and ``_not_in_groups``;
    ``asked`` is what they take beside the property and the groups.
    """

    role: str
    by: str
    keys: list[Key]
    counts: list[int]
    total: int
    question: str
    unit: Unit
    roles: tuple[str, ...] = ()

    @property
    def asked(self) -> dict[str, Json]:
        """What the questions take."""
        named: list[Json] = [key if isinstance(key, str) else list(key) for key in self.keys]
        of: dict[str, Json] = {"role": self.role} if self.roles else {}
        return of | {"by": self.by, "groups": named}


def people_groups(found: Selected, *, role: str, by: str) -> Groups | NotKnown:
    """By age band, sex, ethnicity, relationship or home."""
    at = found.once(role)
    keys, counts = _counted(found, role, by, at)
    people = ("partner_people", Unit.PEOPLE, (role,))
    return grouped(found, Counting(role, by, keys, counts, len(at), *people))


def grouped(found: Selected, counting: Counting) -> Groups | NotKnown:
    """Counts and shares of groups, those withheld that are small or would give such a one away."""
    least = found.desk.settings.people.least_count
    keys, counts, hidden = _in_print_order(counting.keys, counting.counts, least=least)
    if not any(n and place not in hidden for place, n in enumerate(counts)):
        return NotKnown(f"the {WHAT.get(counting.by, counting.by)} of too few people is given")
    counting = replace(counting, keys=keys, counts=counts)
    asked, what = counting.asked, f"{counting.role}, {counting.by}"
    shares = group_shares_percent(
        groups=[str(key) for key in keys],
        people=counts,
        not_known=counting.total - sum(counts),
        level=found.desk.level,
    )
    recipe: Arguments = {
        "groups": [str(key) for key in keys],
        "people": found.ask(f"{counting.question}_in_groups", **asked),
        "not_known": found.ask(f"{counting.question}_not_in_groups", **asked),
        "level": found.desk.level,
    }

    def share(take: str, detail: str, few: bool) -> Figure:
        position = shares.missing if take == "missing" else shares.shares[int(take[7:-1])]
        return found.figure(
            Recipe("group_shares_percent", recipe, f"{take}.value"),
            shown(position, few=few),
            unit=Unit.PERCENT,
            roles=counting.roles,
            detail=f"{what}: {detail}",
        )

    def count(n: int) -> Figure:
        ask = found.ask(f"{counting.question}_in_group", **asked, at=n)
        return found.figure(
            Recipe(ask.question, {"answer": ask}),
            FEW if n in hidden else counts[n],
            unit=counting.unit,
            roles=counting.roles,
            detail=f"{what}: {_name(keys[n])}",
        )

    return Groups(
        role=counting.role,
        by=counting.by,
        keys=tuple(keys),
        groups=tuple(
            Group(_name(key), count(n), share(f"shares[{n}]", _name(key), n in hidden))
            for n, key in enumerate(keys)
        ),
        missing=share("missing", "not known", False),
        true_counts=tuple(counts),
    )


def _in_print_order(
    keys: list[Key], counts: list[int], *, least: int
) -> tuple[list[Key], list[int], frozenset[int]]:
    """Ages as they rise; other groups by size, those that are hidden last, by name.

    What is hidden is chosen in the order of names or ages, which no count has a part in.
    """
    if any(isinstance(key, tuple) for key in keys):
        return keys, counts, hidden_groups(counts, least=least)
    named = sorted(range(len(keys)), key=lambda n: str(keys[n]))
    hidden = {named[n] for n in hidden_groups([counts[n] for n in named], least=least)}
    shown = sorted((n for n in named if n not in hidden), key=lambda n: -counts[n])
    order = [*shown, *(n for n in named if n in hidden)]
    last = frozenset(range(len(shown), len(order)))
    return [keys[n] for n in order], [counts[n] for n in order], last


def _counted(found: Selected, role: str, by: str, at: Ints) -> tuple[list[Key], list[int]]:
    people = found.rows(role)
    if by == "age band":
        return _bands(found, role, at)
    if by == "home":
        return ["here", "elsewhere"], [
            int((people.lives_here[at] == lives).sum()) for lives in (1, 0)
        ]
    codes = people.columns[by][at]
    counts = np.bincount(codes[codes >= 0], minlength=len(people.groups[by]))
    order = [n for n in np.argsort(-counts, kind="stable").tolist() if counts[n]][:MOST_GROUPS]
    return [people.groups[by][n] for n in order], [int(counts[n]) for n in order]


def _bands(found: Selected, role: str, at: Ints) -> tuple[list[Key], list[int]]:
    people = found.rows(role)
    low, high, age = people.age_low[at], people.age_high[at], people.age[at]
    known = low >= 0
    if not known.any():
        return [], []
    ends = [(int(one), None if top < 0 else int(top)) for one, top in zip(low, high, strict=True)]
    if (age >= 0).sum() * 2 >= known.sum():
        bands = [band for band in BANDS if role == "victim" or (band[1] or CHILD) >= CHILD]
    else:
        bands = sorted({end for end, ok in zip(ends, known, strict=True) if ok}, key=_by_low)
    place = [band_of(*end, bands) if ok else NOT_GIVEN for end, ok in zip(ends, known, strict=True)]
    counts = np.bincount([n for n in place if n >= 0], minlength=len(bands)).tolist()
    return list(bands), counts


def _by_low(band: Band) -> tuple[int, float]:
    return band[0], float("inf") if band[1] is None else band[1]


def _name(key: Key) -> str:
    """``10 to 17``, ``66 and over``, or the group's own name."""
    if isinstance(key, str):
        return NAMES.get(key, key)
    low, high = key
    if high is None:
        return f"{low} and over"
    if low == high:
        return str(low)
    return f"{low} to {high}" if low else f"Under {high + 1}"
