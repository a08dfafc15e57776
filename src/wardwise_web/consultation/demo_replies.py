"""Made-up replies to the demo's survey: the same every time."""

from __future__ import annotations

import csv
import io
from random import Random


AGES = (("16 to 24", 24_900), ("25 to 44", 56_306), ("45 to 64", 54_100), ("65 and over", 32_458))
SEXES = (("Female", 86_000), ("Male", 81_764))
AREAS = (
    ("Market and Old Town", 38_400),
    ("Kilnfield", 46_900),
    ("Northfields", 63_264),
    ("The villages", 19_200),
)
GROUPS = (
    ("White", 128_900),
    ("Asian, Asian British or Asian Welsh", 20_700),
    ("Black, Black British, Black Welsh, Caribbean or African", 8_800),
    ("Mixed or Multiple ethnic groups", 6_000),
    ("Other ethnic group", 3_364),
)
SAFE = ("Very safe", "Fairly safe", "A bit unsafe", "Very unsafe")
PROBLEMS = (
    # (answer, the threat that it names, part of the old, part of the young who say so)
    ("People being rowdy, drunk or a nuisance", "Anti-social behaviour", 0.52, 0.34),
    ("Drug dealing or drug use in public", "Drug offences", 0.38, 0.30),
    ("Homes broken into", "Residential burglary", 0.29, 0.12),
    ("Cars stolen or broken into", "Vehicle offences", 0.24, 0.16),
    ("Violence in the street", "Violence with injury", 0.15, 0.33),
    ("Stealing from shops", "Shoplifting", 0.21, 0.11),
    ("None of these", "", 0.09, 0.14),
)
FIRST = ("Violence against women and girls", "Nuisance", "Burglary", "Drugs", "Speeding")
WROTE = (
    "More lights on the path by the canal.",
    "Nobody comes when we ring about the bikes.",
    "The wardens are good, there should be more of them.",
    "The bus station frightens me after nine.",
    "Young people have nowhere to go since the club closed.",
    "I feel safe here and always have.",
    "Tell us what you did about it last time.",
)
HEADINGS = ("Age", "Sex", "Area", "Ethnic group", "Safe", "Problems", "First", "Reported", "Words")
NUMBER = 400


def replies_csv() -> bytes:
    """Four hundred replies: more of the old, of women and of the Market than live there."""
    random = Random(2026)
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(HEADINGS)
    writer.writerows(_reply(random) for _ in range(NUMBER))
    return made.getvalue().encode("utf-8")


def _reply(random: Random) -> list[str]:
    age = _one_of(random, AGES, (0.05, 0.22, 0.38, 0.35))
    sex = "" if random.random() < 0.02 else _one_of(random, SEXES, (0.61, 0.39))
    area = _one_of(random, AREAS, (0.41, 0.23, 0.31, 0.05))
    group = "" if random.random() < 0.06 else _one_of(random, GROUPS, (0.9, 0.07, 0.02, 0.01, 0))
    is_old = AGES.index((age, dict(AGES)[age])) > 1
    frightened = 0.16 + 0.14 * (sex == "Female") + 0.10 * (area == AREAS[0][0])
    weights = (0.4 - frightened / 2, 0.6 - frightened / 2, frightened * 0.6, frightened * 0.4)
    problems = [
        answer
        for answer, threat, old, young in PROBLEMS
        if threat and random.random() < (old if is_old else young)
    ]
    return [
        age,
        sex,
        area,
        group,
        random.choices(SAFE, weights)[0],
        "; ".join(problems) or PROBLEMS[-1][0],
        "; ".join(_order(random, is_old=is_old)),
        _one_of(random, (("Yes", 0), ("No", 0), ("I would rather not say", 0)), (0.13, 0.82, 0.05)),
        random.choice(WROTE) if random.random() < 0.2 else "",
    ]


def _order(random: Random, *, is_old: bool) -> list[str]:
    """Some put all five in order, some only name the first two."""
    liked = (2.0, 3.4, 2.4, 2.2, 1.4) if is_old else (4.2, 1.6, 1.2, 2.2, 0.8)
    drawn = sorted(
        range(len(FIRST)), key=lambda n: random.expovariate(1.0) / liked[n]
    )  # the more liked, the sooner
    return [FIRST[n] for n in drawn[: random.choice((2, 3, 5, 5))]]


def _one_of(random: Random, groups: tuple[tuple[str, int], ...], parts: tuple[float, ...]) -> str:
    return random.choices([name for name, _ in groups], parts)[0]
