"""Small returns in numbers: treatment, drug tests, youth justice, probation, MARAC."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from wardwise.demo import truths_people as planted
from wardwise.demo.partners.blue_light import Files, quarters
from wardwise.demo.partners.faults import Planted
from wardwise.demo.partners.workbook import SheetOf, workbook
from wardwise.demo.partners.world import World
from wardwise.demo.randomness import stream
from wardwise.domain.period import Month


Random = np.random.Generator

FILES = {
    "treatment": "treatment/NDTMS summary.xlsx",
    "drug_tests": "police/Drug testing on arrest.xlsx",
    "youth_justice": "youth/YJS return.xlsx",
    "probation": "probation/Reoffending cohorts.xlsx",
    "marac": "marac/MARAC quarterly.xlsx",
}
AREA = "Exampleshire"
# Stages after a positive test, and the share of the stage before that reaches each
FUNNEL = (("Assessments required", 0.80), ("Assessments attended", 0.86), ("Care plans", 0.58),
          ("Treatment started", 0.72))  # fmt: skip
SUBSTANCES = {"Opiate": (520, 0.056, 0.62), "Non-opiate": (140, 0.34, 0.74),
              "Alcohol": (330, 0.37, 0.77), "Non-opiate and alcohol": (150, 0.31, 0.7)}  # fmt: skip
"""In treatment; the share that completes; the share of exits that are planned."""
REOFFENCES_EACH, REPEAT_CASES, HEARD = 0.67, 0.17, 92
SAFETY_PLANS, CARRIED_OUT = 0.91, 0.78
"""Of the cases heard, those with a safety plan; of these, those whose every action was done."""
REFERRERS = {"Police": 0.68, "IDVA": 0.14, "Health": 0.09, "Other": 0.09}
FEWER_THAN = 5
"""The youth justice service writes a smaller number as <5."""


@dataclass(frozen=True)
class Line:
    """A line of a return; ``of`` is its denominator, where it has one."""

    period: str
    item: str
    value: float | str
    of: float | None = None
    category: str = ""
    cohort: str = ""


def return_files(world: World) -> Files:
    """A workbook for each return, and the faults planted in them."""
    return returns_drawn(seed=world.seed)


def returns_drawn(*, seed: int) -> Files:
    """The same from the seed alone: nothing of a return follows from the crimes."""
    made = {
        "treatment": list(_treatment(stream(seed, "treatment"))),
        "drug_tests": list(_drug_tests()),
        "youth_justice": list(_youth(stream(seed, "youth justice"))),
        "probation": list(_probation(stream(seed, "probation"))),
        "marac": list(_marac(stream(seed, "marac"))),
    }
    files, faults = {}, []
    for dataset, lines in made.items():
        lines.append(Line("Total to date", lines[-1].item, 0))
        lines.append(Line(lines[-2].period, lines[0].item, -1))
        told = (("period", "not a period"), ("value", "below nought"))
        faults += [Planted(FILES[dataset], dataset, *one, 1, aside=True) for one in told]
        files[FILES[dataset]] = workbook([_sheet(dataset, lines)])
    return files, faults


_TOLD = {True: "<5: fewer than five", False: "Numbers below five are not suppressed"}


def _sheet(dataset: str, lines: Sequence[Line]) -> SheetOf:
    columns = {
        "Period": [one.period for one in lines],
        "Area": [AREA] * len(lines),
        "Measure": [one.item for one in lines],
        "Breakdown": [one.category for one in lines],
        "Cohort": [one.cohort for one in lines],
    }
    withholds = any(isinstance(one.value, str) for one in lines)
    number = [str(one.value) if withholds else one.value for one in lines]
    numbers = {
        "Number": pa.array(number, pa.string() if withholds else pa.float64()),
        "Out of": pa.array([one.of for one in lines], pa.float64()),
    }
    texts = {name: pa.array(cells, pa.string()) for name, cells in columns.items()}
    titles = (f"{AREA}: {dataset.replace('_', ' ')}", _TOLD[withholds])
    return SheetOf("Return", titles, {**texts, **numbers})


def financial_quarter(month: Month) -> str:
    """As a return names the quarter that ends with a month: 2025/26 Q1 begins in April."""
    since = month.ordinal - Month(2000, 4).ordinal
    year = 2000 + since // 12
    return f"{year}/{(year + 1) % 100:02d} Q{since % 12 // 3 + 1}"


def _drug_tests() -> Iterator[Line]:
    """Fewer tests, as many positive: the rate rises because its denominator falls."""
    for year, (tests, share) in planted.TESTED.items():
        before = float(round(tests * share))
        yield Line(year, "Tests", tests)
        yield Line(year, "Positive tests", before, tests)
        for stage, part in FUNNEL:
            reached = float(round(before * part))
            yield Line(year, stage, reached, before)
            before = reached


def _treatment(random: Random) -> Iterator[Line]:
    for quarter in quarters():
        period = financial_quarter(quarter.last_month)
        for substance, (usual, completes, planned_exits) in SUBSTANCES.items():
            people = int(random.poisson(usual))
            exits = int(random.binomial(people, completes * 1.4))
            done = int(random.binomial(people, completes))
            again = int(random.binomial(done, 0.09))
            yield Line(period, "In treatment", people, None, substance)
            yield Line(period, "Successful completions", done, people, substance)
            yield Line(
                period, "Planned exits", random.binomial(exits, planned_exits), exits, substance
            )
            yield Line(period, "Came back within 6 months", again, done, substance)


def _youth(random: Random) -> Iterator[Line]:
    """How many reoffended, and how often: of cohorts that are not the same, as is usual."""
    people, share, _ = planted.REOFFENDED["children"]
    for year in ("2023/24", "2024/25", "2025/26"):
        start = int(year[:4]) - 1
        cohort = f"Children dealt with January to March {start}, followed for 12 months"
        other = f"Children dealt with July {start - 1} to June {start}, followed for 12 months"
        yield Line(year, "First-time entrants", random.poisson(96))
        yield Line(year, "Reoffenders", random.binomial(people, share), people, "", cohort)
        yield Line(
            year, "Reoffences", random.poisson(REOFFENCES_EACH * people * 4), people * 4, "", other
        )
        yield Line(year, "Custodial sentences", _withheld(random.poisson(5)))


def _withheld(count: int) -> float | str:
    return f"<{FEWER_THAN}" if 0 < count < FEWER_THAN else count


def _probation(random: Random) -> Iterator[Line]:
    """Observed and predicted reoffenders of each quarter's cohort, a year and a half before."""
    people, share, predicted = planted.REOFFENDED["adults"]
    for quarter in quarters():
        period = financial_quarter(quarter.last_month)
        begun = quarter.covers.first.plus(-18)
        cohort = f"Caseload {begun} to {begun.plus(2)}, followed for 12 months"
        size = int(random.poisson(people))
        yield Line(period, "Reoffenders", random.binomial(size, share), size, "", cohort)
        yield Line(period, "Predicted reoffenders", round(size * predicted, 1), size, "", cohort)


def _marac(random: Random) -> Iterator[Line]:
    for quarter in quarters():
        period = financial_quarter(quarter.last_month)
        heard = int(random.poisson(HEARD))
        not_heard = int(random.poisson(0.28 * heard))
        plans = int(random.binomial(heard, SAFETY_PLANS))
        yield Line(period, "Referrals received", heard + not_heard)
        yield Line(period, "Referrals accepted", heard + not_heard // 4)
        yield Line(period, "Cases heard", heard)
        yield Line(period, "Safety plans agreed", plans, heard)
        yield Line(period, "All actions completed", random.binomial(plans, CARRIED_OUT), plans)
        yield Line(period, "Repeat cases", random.binomial(heard, REPEAT_CASES), heard)
        yield Line(period, "Children in the households", random.poisson(1.2 * heard))
        referred = random.multinomial(heard, list(REFERRERS.values()))
        for who, cases in zip(REFERRERS, referred, strict=True):
            yield Line(period, "Referred by", int(cases), heard, who)
