"""How far an event, a survey and an answer are."""

from __future__ import annotations

from enum import StrEnum

from wardwise_web.core.moves import Move, Moves
from wardwise_web.core.permissions.roles import Role


class EventState(StrEnum):
    """An event is recorded, found complete, and told to the public."""

    DRAFT = "draft"
    COMPLETE = "complete"
    PUBLISHED = "published"


class SurveyState(StrEnum):
    """A survey is planned, asked, closed, and its results are told."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    PUBLISHED = "published"


class AnswerState(StrEnum):
    """What was decided on what was said is written, agreed, and told to the public."""

    DRAFT = "draft"
    AGREED = "agreed"
    PUBLISHED = "published"


WRITERS = (Role.ANALYST, Role.MANAGER)
# what is complete or agreed is opened again, and put before the public, by the manager alone
EVENT_MOVES: Moves = {
    (EventState.DRAFT, EventState.COMPLETE): Move(
        (*WRITERS, Role.CONTRIBUTOR), "The record is complete"
    ),
    (EventState.COMPLETE, EventState.DRAFT): Move((Role.MANAGER,), "Open the record again", True),
    (EventState.COMPLETE, EventState.PUBLISHED): Move((Role.MANAGER,), "Publish"),
    (EventState.PUBLISHED, EventState.COMPLETE): Move((Role.MANAGER,), "Take it back", True),
}
SURVEY_MOVES: Moves = {
    (SurveyState.DRAFT, SurveyState.OPEN): Move((Role.ANALYST,), "Open the survey"),
    (SurveyState.OPEN, SurveyState.CLOSED): Move((Role.ANALYST,), "Close the survey"),
    (SurveyState.CLOSED, SurveyState.OPEN): Move((Role.ANALYST,), "Open it again", True),
    (SurveyState.CLOSED, SurveyState.PUBLISHED): Move((Role.MANAGER,), "Publish the results"),
    (SurveyState.PUBLISHED, SurveyState.CLOSED): Move((Role.MANAGER,), "Take it back", True),
}
ANSWER_MOVES: Moves = {
    (AnswerState.DRAFT, AnswerState.AGREED): Move(WRITERS, "The partners agreed it"),
    (AnswerState.AGREED, AnswerState.DRAFT): Move((Role.MANAGER,), "Open it again", True),
    (AnswerState.AGREED, AnswerState.PUBLISHED): Move((Role.MANAGER,), "Publish"),
    (AnswerState.PUBLISHED, AnswerState.AGREED): Move((Role.MANAGER,), "Take it back", True),
}
ASKED = (SurveyState.OPEN, SurveyState.CLOSED, SurveyState.PUBLISHED)


class Mode(StrEnum):
    """How people were asked."""

    WEB = "on the web"
    PAPER = "on paper"
    DOORSTEP = "face to face"
    TELEPHONE = "by telephone"
    YOUTH = "in schools and youth clubs"


class Chosen(StrEnum):
    """How those who were asked came to be asked."""

    DRAWN = "drawn at random from a list"
    OPEN = "open to anybody"


class Sort(StrEnum):
    """What kind of answer a question takes."""

    ONE = "one of several"
    SEVERAL = "several"
    SCALE = "scale"
    ORDER = "an order"
    TEXT = "free text"


class Gunning(StrEnum):
    """The four tests of a fair consultation (R v Brent ex parte Gunning, 1985)."""

    FORMATIVE = "formative stage"
    REASONS = "sufficient reasons"
    TIME = "adequate time"
    CONSIDERED = "conscientious consideration"


GUNNING_ASKS = {
    Gunning.FORMATIVE: "What was still undecided when people were asked?",
    Gunning.REASONS: "What were people told, so that they could answer with understanding?",
    Gunning.TIME: "How long had people to answer, and why was that enough?",
    Gunning.CONSIDERED: "Who read the answers, when, and what followed from them?",
}
BEFORE_OPENING = (Gunning.FORMATIVE, Gunning.REASONS, Gunning.TIME)


class Outcome(StrEnum):
    """What was decided on what people said."""

    DID = "we are doing it"
    PARTLY = "we are doing part of it"
    NOT = "we are not doing it"
