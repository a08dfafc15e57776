"""What somebody wants to do something with, as the permissions see it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wardwise_web.core.permissions.markings import LOWEST


class Kind(StrEnum):
    """Every kind of object that a right can be asked for."""

    DATASET = "dataset"
    RECORD_DATASET = "record-level dataset"
    BUILD = "build"
    CYCLE = "cycle"
    SCORING = "scoring round"
    SCORE = "threat score"
    PRIORITY = "priority"
    FINDING = "finding"
    RECOMMENDATION = "recommendation"
    CHAPTER = "chapter"
    COMMENT = "comment"
    ASSURANCE = "assurance record"
    VOTE = "vote"
    APPROVAL = "approval"
    REVIEW_LINK = "review link"
    RESTRICTED_APPENDIX = "restricted appendix"
    RELEASE = "published release"
    ACTION = "action"
    INDICATOR = "indicator"
    READING = "indicator value"
    PACK = "board pack"
    EVENT = "consultation event"
    SURVEY = "survey"
    RESPONSE = "consultation response"
    ANSWER = "consultation answer"
    HORIZON_ITEM = "horizon item"
    EVIDENCE_CARD = "evidence card"
    REQUIREMENT = "intelligence requirement"
    SERVICE = "service"
    AGENCY = "agency"
    ACCOUNT = "account"
    EMERGENCY = "emergency access"
    AUDIT = "audit log"
    OWN_PAGE = "own page"  # what concerns nobody but the person: sign-in, home, own account


class Verb(StrEnum):
    """What can be done with it."""

    READ = "read"
    CREATE = "create"
    WRITE = "write"
    COMMENT = "comment"
    SIGN = "sign"
    APPROVE = "approve"
    EXPORT = "export"


@dataclass(frozen=True)
class Thing:
    """The facts about one object on which a right can rest, and no others.

    ``owner_id``, ``author_ids`` and ``named_ids`` are people; ``agency_id`` is whose it is;
    ``state`` is the object's status as its table of moves names it.
    """

    kind: Kind
    partnership_id: int | None
    object_id: int | str = ""
    cycle_id: int | None = None
    agency_id: int | None = None
    owner_id: int | None = None
    author_ids: frozenset[int] = frozenset()
    named_ids: frozenset[int] = frozenset()
    state: str = ""
    marking: str = LOWEST
    compartment: str = ""
