"""Every change to the coding of what people wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from wardwise_web.consultation.models import (
    Coding,
    CodingRound,
    FreeText,
    Question,
    Settled,
    Survey,
    Theme,
)
from wardwise_web.consultation.selectors.coding import CODERS, Standing, standing_of
from wardwise_web.consultation.states import Sort
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Verb


def set_themes(*, question: Question, themes: Sequence[tuple[str, str]], by: Actor) -> None:
    """The themes as name and meaning; they are fixed once somebody has begun to mark."""
    with transaction.atomic():
        standing = _locked(question, by=by, verb=Verb.WRITE)
        if standing.marks:
            raise MoveRefused("Somebody has begun to mark. Begin anew to have other themes.")
        if len({name for name, _ in themes}) < max(2, len(themes)):
            raise MoveRefused("Give two themes or more, each once.")
        now = standing.round or CodingRound.objects.create(question=question, by_id=by.person)
        now.themes.all().delete()
        _write(now, themes)
        details = {"themes": [name for name, _ in themes]}
        _record("coding.themes_set", question, by, details)


def code_texts(*, question: Question, chosen: Mapping[int, int], by: Actor) -> None:
    """One coder's themes: text → theme. A third coder is refused, and a mark is not changed."""
    with transaction.atomic():
        standing = _locked(question, by=by, verb=Verb.COMMENT)
        if standing.round is None:
            raise MoveRefused("There are no themes yet.")
        if by.person not in standing.marks and len(standing.marks) == CODERS:
            raise MoveRefused("Two people mark these words already: they alone do.")
        texts = {one.pk for one in standing.left_for(by.person)}
        themes = {one.pk for one in standing.themes}
        if not set(chosen) <= texts or not set(chosen.values()) <= themes:
            raise MoveRefused("These words or themes are not there any more. Open the page again.")
        Coding.objects.bulk_create(
            Coding(round=standing.round, text_id=text, theme_id=theme, coder_id=by.person)
            for text, theme in chosen.items()
        )
        # how many and by whom, and never which: the audit is read before the reveal too
        _record("coding.marked", question, by, {"texts": len(chosen)})


def settle(*, question: Question, text: FreeText, theme: Theme, by: Actor) -> None:
    """What the two made of words on which they had differed."""
    with transaction.atomic():
        standing = _locked(question, by=by, verb=Verb.COMMENT)
        if standing.round is None or text not in standing.differing:
            raise MoveRefused("The two do not differ about these words.")
        if not standing.agrees:
            raise MoveRefused("The two agree too little to settle one by one: begin anew.")
        if by.person not in standing.marks:
            raise MoveRefused("Those who marked the words settle them.")
        if theme not in standing.themes:
            raise MoveRefused("That theme is not there any more. Open the page again.")
        Settled.objects.create(round=standing.round, text=text, theme=theme, by_id=by.person)
        _record("coding.settled", question, by, {"theme": theme.name})


def begin_anew(*, question: Question, because: str, by: Actor) -> None:
    """Another round; the marks of the one before stay where they are and count no more."""
    if not because.strip():
        raise MoveRefused("Say why it is begun anew.")
    with transaction.atomic():
        standing = _locked(question, by=by, verb=Verb.WRITE)
        if not standing.is_revealed:
            raise MoveRefused("It is begun anew once both have marked every text.")
        made = CodingRound.objects.create(
            question=question, because=because.strip(), by_id=by.person
        )
        _write(made, [(one.name, one.meaning) for one in standing.themes])
        _record("coding.begun_anew", question, by, {"because": because.strip()})


def _locked(question: Question, *, by: Actor, verb: Verb) -> Standing:
    survey = Survey.objects.select_for_update().get(pk=question.survey_id)
    check_can(by, verb, survey.replies_as_thing())
    if question.sort != Sort.TEXT:
        raise MoveRefused("Only what people wrote in their own words is put under themes.")
    return standing_of(question)


def _write(round_: CodingRound, themes: Sequence[tuple[str, str]]) -> None:
    Theme.objects.bulk_create(
        Theme(round=round_, name=name, meaning=meaning) for name, meaning in themes
    )


def _record(event: str, question: Question, by: Actor, details: Mapping[str, object]) -> None:
    thing = question.survey.replies_as_thing()
    record(event, by=by, thing=thing, details={"question": question.pk, **details})
