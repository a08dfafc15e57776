"""Where worry and crime part: who feels unsafe, by ward, beside recorded violence there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month, Period
from wardwise.domain.survey import FEWEST_SHOWN, QuestionAsked
from wardwise.figures.desk import Desk
from wardwise.figures.rates import rate_figure
from wardwise.figures.survey import SOURCE
from wardwise.measures.estimate import Estimate
from wardwise.measures.worry.four_ways import FourWay, Parted, four_ways
from wardwise.measures.worry.rank_agreement import FEWEST as FEWEST_WARDS
from wardwise.measures.worry.rank_agreement import RankAgreement, rank_agreement
from wardwise.measures.worry.shrunk_shares import ShrunkShares, shrunk_shares_percent


ABOUT = ("safe", "dark"), ("safe",), ("worried",)
"""Words of the question that is looked for, the best first."""
WORRIED = ("a bit unsafe", "fairly unsafe", "unsafe", "very unsafe", "fairly worried",
           "very worried")  # fmt: skip
"""Answers that say so, as the Crime Survey for England and Wales words them."""
CRIME = "Violence and sexual offences"


@dataclass(frozen=True)
class WardWorry:
    """One ward: how many replied, how many of them feel unsafe, and recorded crime there."""

    ward: Area
    replies: Figure
    worry: Figure
    crime: Figure
    parted: Parted


@dataclass(frozen=True)
class WorryFound:
    """Wards with enough replies, the most worried first."""

    question: str
    answers: tuple[str, ...]
    offence: str | None
    period: Period
    asked: Period
    replies: Figure
    wards: tuple[WardWorry, ...]
    left_out: tuple[Area, ...]
    worry_whole: Figure
    crime_whole: Figure
    agreement: Figure
    p_value: Figure

    def of(self, way: FourWay, *, clear: bool = False) -> tuple[WardWorry, ...]:
        """Wards of one of the four kinds."""
        return tuple(
            one
            for one in self.wards
            if one.parted.way is way and (one.parted.is_clear or not clear)
        )


def worry_found(desk: Desk) -> WorryFound | NotKnown | None:
    """None where no survey asks; not known where too few of too few wards replied."""
    asked = _question(desk)
    if asked is None:
        return None
    answers = sorted({one for one in asked.answers if one.lower() in WORRIED})
    replied = Counter(asked.wards)
    wards = [one for one in desk.evidence.place.wards if replied[one.code] >= FEWEST_SHOWN]
    if not answers or not asked.last_day or len(wards) < FEWEST_WARDS:
        return NotKnown(
            f"it needs {FEWEST_SHOWN} replies in each of {FEWEST_WARDS} wards at least, and "
            f"{len(wards) or 'none'} of {len(desk.evidence.place.wards)} has as many"
        )
    offence = CRIME if CRIME in desk.offences else None
    crime = [rate_figure(desk, area=ward, period=desk.latest, offence=offence) for ward in wards]
    whole = rate_figure(desk, area=desk.area, period=desk.latest, offence=offence)
    if any(one.status != "known" for one in (*crime, whole)):
        return NotKnown(f"recorded crime by ward is not known for {desk.latest.label}")
    return _Maker(desk, asked, answers, wards, offence).found(crime, whole)


def _question(desk: Desk) -> QuestionAsked | None:
    for words in ABOUT:
        for text, one in desk.evidence.survey.items():
            if all(word in text.lower() for word in words):
                return one
    return None


@dataclass(frozen=True)
class _Maker:
    """What every figure has in common."""

    desk: Desk
    asked: QuestionAsked
    answers: list[str]
    wards: list[Area]
    offence: str | None

    def found(self, crime: list[Figure], whole: Figure) -> WorryFound:
        """Shares, the four ways, and whether both put the wards in one order."""
        shares = self._shares()
        limits = [_estimate(one) for one in crime]
        parted = four_ways(
            crime=limits, worry=shares.areas, crime_whole=whole.number, worry_whole=shares.whole
        )
        agreement = rank_agreement(
            first=shares.values,
            second=[one.number for one in crime],
            seed=self.desk.settings.seed,
            level=self.desk.level,
        )
        told = [
            WardWorry(ward, self._replies(ward), self._share(n, shares), crime[n], parted[n])
            for n, ward in enumerate(self.wards)
        ]
        every = Ask("survey_replies_to", {"question": self.asked.question})
        return WorryFound(
            question=self.asked.question,
            answers=tuple(self.answers),
            offence=self.offence,
            period=self.desk.latest,
            asked=self._period,
            replies=self._figure(
                Recipe(every.question, {"answer": every}), len(self.asked.answers), Unit.PEOPLE
            ),
            wards=tuple(sorted(told, key=lambda one: (-one.worry.number, one.ward.name))),
            left_out=tuple(w for w in self.desk.evidence.place.wards if w not in self.wards),
            worry_whole=self._figure(self._recipe("whole"), shares.whole, Unit.PERCENT),
            crime_whole=whole,
            agreement=self._agreement(agreement, "correlation"),
            p_value=self._agreement(agreement, "p_value"),
        )

    @property
    def _period(self) -> Period:
        first, last = (Month.parse(day[:7]) for day in (self.asked.first_day, self.asked.last_day))
        return Period(first, last)

    def _by_ward(self) -> list[np.ndarray]:
        wards = np.array(self.asked.wards)
        return [wards == ward.code for ward in self.wards]

    def _shares(self) -> ShrunkShares:
        marks, weights = np.isin(self.asked.answers, self.answers), self.asked.weights
        inside = self._by_ward()
        return shrunk_shares_percent(
            weights=[weights[own].tolist() for own in inside],
            marks=[marks[own].tolist() for own in inside],
            level=self.desk.small_level,
        )

    def _recipe(self, take: str) -> Recipe:
        codes: list[Json] = [ward.code for ward in self.wards]
        answers: list[Json] = list(self.answers)
        of: dict[str, Json] = {"question": self.asked.question, "wards": codes}
        return Recipe(
            "shrunk_shares_percent",
            {
                "weights": Ask("survey_weights_of_wards", of),
                "marks": Ask("survey_marks_of_wards", of | {"answers": answers}),
                "level": self.desk.small_level,
            },
            take,
        )

    def _share(self, n: int, shares: ShrunkShares) -> Figure:
        one = shares.areas[n]
        return self._figure(
            self._recipe(f"areas[{n}].value"),
            one.value,
            Unit.PERCENT,
            area=self.wards[n],
            interval=one.interval,
        )

    def _replies(self, ward: Area) -> Figure:
        ask = Ask("survey_replies_in", {"question": self.asked.question, "ward": ward.code})
        n = self.asked.wards.count(ward.code)
        return self._figure(Recipe(ask.question, {"answer": ask}), n, Unit.PEOPLE, area=ward)

    def _agreement(self, found: RankAgreement, take: str) -> Figure:
        rates: list[Json] = [ward.code for ward in self.wards]
        between: dict[str, Json] = {
            "source": self.desk.source,
            "areas": rates,
            "offence": self.offence,
            "first": str(self.desk.latest.first),
            "last": str(self.desk.latest.last),
        }
        recipe = Recipe(
            "rank_agreement",
            {
                "first": self._recipe("values"),
                "second": Recipe(
                    "rates_per_1000_residents",
                    {
                        "offences": Ask("offences_of_areas", between),
                        "residents": Ask("residents_of_areas", {"areas": rates}),
                    },
                ),
                "seed": self.desk.settings.seed,
                "level": self.desk.level,
            },
            take,
        )
        is_it = take == "correlation"
        interval = Interval(found.lower, found.upper, found.level, "bootstrap") if is_it else None
        value = float(getattr(found, take))
        return self._figure(recipe, value, Unit.RATIO, interval=interval, detail=take)

    def _figure(
        self,
        recipe: Recipe,
        value: float,
        unit: Unit,
        *,
        area: Area | None = None,
        interval: Interval | None = None,
        detail: str = "",
    ) -> Figure:
        return Figure(
            measure=recipe.measure,
            offence=None,
            area=area or self.desk.area,
            period=self._period,
            value=value,
            unit=unit,
            sources=(SOURCE,) if not detail else (SOURCE, self.desk.source),
            recipe=recipe,
            method=interval.method if interval else "count" if unit is Unit.PEOPLE else "all wards",
            interval=interval,
            detail=", ".join(filter(None, [self.asked.question, detail])),
            marking=self.asked.marking,
        )


def _estimate(figure: Figure) -> Estimate:
    found = figure.interval
    if found is None:
        return Estimate(figure.number, figure.number, figure.number, 0.998, "none")
    return Estimate(figure.number, found.lower, found.upper, found.level, found.method)
