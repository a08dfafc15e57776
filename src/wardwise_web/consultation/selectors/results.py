"""Results of a survey. The sums are wardwise's; here replies are only put in order for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import and_

from wardwise.disclosure.shown_groups import shown_groups
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.domain.survey import FEWEST_SHOWN
from wardwise.measures.survey.group_heard import GroupHeard, group_heard
from wardwise.measures.survey.question_shares import (
    QuestionOrder,
    QuestionShares,
    question_order,
    question_shares,
)
from wardwise.measures.survey.raked_weights import NOT_GIVEN, RakedWeights, raked_weights
from wardwise_web.consultation.models import Property, Question, Survey
from wardwise_web.consultation.states import Sort


BESIDE = "it would tell what the few of another group replied"
Told = QuestionShares | QuestionOrder | Withheld


@dataclass(frozen=True)
class Replies:
    """The replies that stand. Shape of each: replies."""

    groups: tuple[Mapping[str, str], ...]
    answers: tuple[Mapping[str, Sequence[int]], ...]

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.groups)

    def of_group(self, about: Property, group: str) -> list[bool]:
        """Which replies come from a group."""
        return [one.get(str(about.pk)) == group for one in self.groups]

    def to(self, question: Question) -> list[Sequence[int]]:
        """What each answered, by positions; empty where it did not."""
        return [one.get(str(question.pk), ()) for one in self.answers]


@dataclass(frozen=True)
class Weighting:
    """The weights of all replies, by what they were weighted, and what raking told."""

    weights: tuple[float, ...]
    margins: tuple[Property, ...]
    raked: RakedWeights | NotKnown

    @property
    def is_weighted(self) -> bool:
        """Whether weights could be made; else all are 1."""
        return isinstance(self.raked, RakedWeights)

    @property
    def unheard(self) -> tuple[str, ...]:
        """Groups of residents of whom nobody replied, for whom no weight speaks."""
        if not isinstance(self.raked, RakedWeights):
            return ()
        return tuple(
            f"{self.margins[of].name}: {list(self.margins[of].groups.all())[group].name}"
            for of, group in self.raked.unheard
        )


@dataclass(frozen=True)
class Answered:
    """A question with what all said, and what each group of one property said."""

    question: Question
    whole: Told
    groups: tuple[tuple[str, Told], ...]


@dataclass(frozen=True)
class HeardGroup:
    """A group among the replies; ``found`` is not known without its residents or replies."""

    group: str
    replies: int
    found: GroupHeard | NotKnown


def properties_of(survey: Survey) -> list[Property]:
    """What people were asked of themselves, with the groups."""
    return list(survey.properties.prefetch_related("groups"))


def replies_of(survey: Survey) -> Replies:
    """The replies of the file that stands."""
    standing = survey.handovers.filter(erased_at__isnull=True).first()
    rows = list(standing.replies.values_list("groups", "answers")) if standing else []
    return Replies(tuple(groups for groups, _ in rows), tuple(answers for _, answers in rows))


def weighting_of(replies: Replies, properties: Sequence[Property]) -> Weighting:
    """Weights to the residents of every property that weighs."""
    margins = tuple(one for one in properties if one.weighs)
    ones = (1.0,) * replies.number
    if not margins or not replies.number:
        return Weighting(ones, margins, NotKnown("no residents are given to weight by"))
    names = [[group.name for group in one.groups.all()] for one in margins]
    placed = [
        [_position(reply.get(str(one.pk)), held) for reply in replies.groups]
        for one, held in zip(margins, names, strict=True)
    ]
    residents = [[float(group.residents or 0) for group in one.groups.all()] for one in margins]
    try:
        raked = raked_weights(groups=placed, residents=residents)
    except ValueError as refused:  # somebody replied of a group that has no residents
        return Weighting(ones, margins, NotKnown(str(refused)))
    return Weighting(raked.weights if isinstance(raked, RakedWeights) else ones, margins, raked)


def results_of(
    survey: Survey, *, replies: Replies, weighting: Weighting, by: Property | None = None
) -> list[Answered]:
    """Every question but those in free text; of each group of a property where one is named."""
    found = []
    for question in survey.questions.exclude(sort=Sort.TEXT):
        whole = _told(question, replies, weighting, [True] * replies.number)
        groups = _groups_told(question, replies, weighting, by) if by else ()
        found.append(Answered(question, whole, groups))
    return found


def _groups_told(
    question: Question, replies: Replies, weighting: Weighting, by: Property
) -> tuple[tuple[str, Told], ...]:
    """What each group said, but for those that would tell what a small one said."""
    names = [group.name for group in by.groups.all()]
    inside = [replies.of_group(by, name) for name in names]
    has_said = [bool(one) for one in replies.to(question)]
    bases = [sum(map(and_, one, has_said)) for one in inside]
    shown = shown_groups(bases, unnamed=sum(has_said) - sum(bases), fewest=FEWEST_SHOWN)
    return tuple(
        (name, told if may_stand or isinstance(told, Withheld) else Withheld(BESIDE))
        for name, may_stand, told in zip(
            names,
            shown,
            (_told(question, replies, weighting, one) for one in inside),
            strict=True,
        )
    )


def counts_of(question: Question, replies: Replies) -> list[int]:
    """Replies that chose each answer; of an order, those that put it first."""
    said = replies.to(question)
    chosen = [one[:1] if question.sort == Sort.ORDER else one for one in said]
    return [sum(option in one for one in chosen) for option in range(len(question.options))]


def heard_of(about: Property, replies: Replies) -> list[HeardGroup]:
    """Each group of a property among the replies, against its residents."""
    groups = list(about.groups.all())
    counts = {group.name: sum(replies.of_group(about, group.name)) for group in groups}
    known = [group.residents for group in groups if group.residents is not None]
    everybody = sum(known) if len(known) == len(groups) else 0
    said = sum(counts.values())
    return [
        HeardGroup(
            group.name,
            counts[group.name],
            group_heard(
                replies=counts[group.name],
                all_replies=said,
                residents=group.residents or 0,
                all_residents=everybody,
            )
            if everybody and said
            else NotKnown("nobody replied" if everybody else "residents are not known"),
        )
        for group in groups
    ]


def _told(
    question: Question, replies: Replies, weighting: Weighting, inside: Sequence[bool]
) -> Told:
    said = replies.to(question)
    chosen = [one for one, is_in in zip(said, inside, strict=True) if is_in]
    weights = [one for one, is_in in zip(weighting.weights, inside, strict=True) if is_in]
    options = len(question.options)
    if question.sort == Sort.ORDER:
        return question_order(orders=chosen, options=options, weights=weights)
    return question_shares(chosen=chosen, options=options, weights=weights)


def _position(group: str | None, names: Sequence[str]) -> int:
    return names.index(group) if group in names else NOT_GIVEN
