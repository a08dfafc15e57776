"""When a record is complete, and when a survey may be opened or told of."""

from __future__ import annotations

from wardwise_web.consultation.models import Answer, Event, Survey
from wardwise_web.consultation.states import BEFORE_OPENING, AnswerState, Gunning, SurveyState
from wardwise_web.core.moves import MoveRefused


EVENT_ITEMS = (
    ("held_on", "when it was held"),
    ("place", "where it was held"),
    ("invited", "who was invited"),
    ("announced", "how it was publicised"),
    ("discussed", "what was discussed"),
    ("came", "how many came"),
    ("told_after", "how people were told what was discussed"),
)


def missing_of(event: Event) -> list[str]:
    """What the record of regulation 12 still lacks, in words."""
    empty = [words for name, words in EVENT_ITEMS if getattr(event, name) in (None, "")]
    return empty if event.seniors.exists() else [*empty, "which senior people were there"]


def check_complete(event: Event) -> None:
    """Refuse a record in which something is empty."""
    missing = missing_of(event)
    if missing:
        raise MoveRefused(f"The record does not say yet: {'; '.join(missing)}.")


def gunning_of(survey: Survey) -> dict[Gunning, str]:
    """How each of the four tests was met, as it was last told."""
    return {Gunning(note.test): note.how for note in survey.gunning.all()}


def check_may_open(survey: Survey) -> None:
    """Refuse a survey without questions, or whose fairness nobody has thought of."""
    told = gunning_of(survey)
    missing = [str(test) for test in BEFORE_OPENING if not told.get(test)]
    if missing:
        raise MoveRefused(f"Say first how these tests are met: {', '.join(missing)}.")
    if not survey.questions.exists():
        raise MoveRefused("Add a question first.")


def check_may_publish(survey: Survey) -> None:
    """Refuse results of which nobody can say what they led to."""
    if not survey.handovers.filter(erased_at__isnull=True).exists():
        raise MoveRefused("There are no replies to tell of.")
    if not gunning_of(survey).get(Gunning.CONSIDERED):
        raise MoveRefused("Say first who considered the answers, and what followed from them.")
    agreed = (AnswerState.AGREED, AnswerState.PUBLISHED)
    if not survey.answers.filter(state__in=agreed).exists():
        raise MoveRefused(
            "No decision that was agreed names this survey. Add it under 'You said' first."
        )


def check_survey_move(survey: Survey, to: SurveyState) -> None:
    """Refuse what the next state of a survey asks for and has not got."""
    if to is SurveyState.OPEN:
        check_may_open(survey)
    if to is SurveyState.PUBLISHED:
        check_may_publish(survey)


def hindrance(survey: Survey, to: SurveyState) -> str:
    """Why a survey cannot be taken there yet; empty where it can."""
    try:
        check_survey_move(survey, to)
    except MoveRefused as refused:
        return str(refused)
    return ""


def check_may_answer(answer: Answer) -> None:
    """Refuse an answer that was heard nowhere."""
    if not answer.surveys.exists() and not answer.events.exists():
        raise MoveRefused("Name the survey or the event at which it was heard.")
