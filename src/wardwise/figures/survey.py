"""What residents told a survey about anti-social behaviour: all of them, and group by group."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.period import Month, Period
from wardwise.domain.survey import FEWEST_SHOWN, QuestionAsked
from wardwise.figures.desk import Desk
from wardwise.measures.survey.weighted_share import weighted_share_percent


SOURCE = "partner:survey_replies"
ABOUT = ("problem", ANTI_SOCIAL_BEHAVIOUR.lower())
"""Words of the question that is looked for."""
A_PROBLEM = ("a very big problem", "a fairly big problem")
"""Answers that say so, as the Crime Survey for England and Wales words them."""
ANYBODY = "everybody"


@dataclass(frozen=True)
class ProblemFound:
    """The share that calls it a problem: of everybody, and of each group that replied enough."""

    question: str
    replies: Figure
    share: Figure
    groups: tuple[tuple[str, Figure], ...]

    @property
    def apart(self) -> tuple[tuple[str, Figure], ...]:
        """Groups whose interval does not meet that of everybody."""
        every = self.share.interval
        return tuple(
            (name, one)
            for name, one in self.groups
            if every is not None
            and one.interval is not None
            and (one.interval.lower > every.upper or one.interval.upper < every.lower)
        )


def problem_found(desk: Desk) -> ProblemFound | NotKnown:
    """Of the survey's question on how much of a problem it is."""
    asked = next((one for text, one in desk.evidence.survey.items() if _is_about(text)), None)
    if asked is None:
        return NotKnown("no survey that was supplied asks how much of a problem it is")
    answers = [one for one in dict.fromkeys(asked.answers) if one.lower() in A_PROBLEM]
    if not answers or len(asked.answers) < FEWEST_SHOWN or not asked.last_day:
        return NotKnown("too few replies say how much of a problem it is")
    groups = [
        (name, by)
        for by, names in asked.groups.items()
        for name in sorted(set(names) - {""})
        if names.count(name) >= FEWEST_SHOWN
    ]
    return ProblemFound(
        question=asked.question,
        replies=_replies(desk, asked),
        share=_share(desk, asked, sorted(answers), ANYBODY, ANYBODY),
        groups=tuple((name, _share(desk, asked, sorted(answers), by, name)) for name, by in groups),
    )


def _is_about(question: str) -> bool:
    return all(words in question.lower() for words in ABOUT)


def _replies(desk: Desk, asked: QuestionAsked) -> Figure:
    ask = Ask("survey_replies_to", {"question": asked.question})
    recipe = Recipe(ask.question, {"answer": ask})
    return _figure(desk, asked, recipe, len(asked.answers), unit=Unit.PEOPLE, detail="replies")


def _share(desk: Desk, asked: QuestionAsked, answers: list[str], by: str, group: str) -> Figure:
    inside = np.array(
        [by == ANYBODY or one == group for one in asked.groups.get(by, asked.answers)]
    )
    marks = np.isin(asked.answers, answers)[inside]
    weights = asked.weights[inside]
    found = weighted_share_percent(weights=weights.tolist(), marks=marks.tolist(), level=desk.level)
    of: dict[str, Json] = {"question": asked.question, "by": by, "group": group}
    named: list[Json] = list(answers)
    recipe = Recipe(
        "weighted_share_percent",
        {
            "weights": Ask("survey_weights", of),
            "marks": Ask("survey_marks", of | {"answers": named}),
            "level": desk.level,
        },
        "value",
    )
    limits = found.interval
    made = _figure(
        desk, asked, recipe, found.value, unit=Unit.PERCENT, detail=f"calls it a problem, {group}"
    )
    return replace(made, interval=limits, method=found.method)


def _figure(
    desk: Desk, asked: QuestionAsked, recipe: Recipe, value: float, *, unit: Unit, detail: str
) -> Figure:
    first, last = (Month.parse(day[:7]) for day in (asked.first_day, asked.last_day))
    return Figure(
        measure=recipe.measure,
        offence=ANTI_SOCIAL_BEHAVIOUR,
        area=desk.area,
        period=Period(first, last),
        value=value,
        unit=unit,
        sources=(SOURCE,),
        recipe=recipe,
        method="count",
        detail=detail,
        marking=asked.marking,
    )
