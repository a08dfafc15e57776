"""Who may do what: the table of rights, kind by kind. What is not in it is refused.

Read ``(ANALYST, MANAGER): "read create"`` as: an analyst and a manager may read and create.
A condition after the verbs narrows them. Blind marks are in the row of SCORE alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wardwise_web.core.permissions.conditions import (
    Condition,
    always,
    circulated,
    named,
    not_author,
    own,
    own_agency,
    own_and_named,
    own_or_own_agency,
    published,
    revealed,
)
from wardwise_web.core.permissions.roles import HELD, Role
from wardwise_web.core.permissions.thing import Kind, Verb


AN, CM, PC, TL = Role.ANALYST, Role.MANAGER, Role.CONTRIBUTOR, Role.LEAD
AS, BM, SC, AU, AD = Role.ASSURER, Role.BOARD, Role.SCRUTINY, Role.AUDITOR, Role.ADMINISTRATOR
GL, PU = Role.GUEST, Role.PUBLIC
PARTNERS = (AN, CM, PC, TL, AS, BM)  # those at the table; scrutiny, audit and administration not


@dataclass(frozen=True)
class Right:
    """These roles may do these verbs, if the condition holds."""

    roles: tuple[Role, ...]
    verbs: frozenset[Verb]
    condition: Condition = always


def _right(roles: tuple[Role, ...], verbs: str, condition: Condition = always) -> Right:
    return Right(roles, frozenset(Verb(verb) for verb in verbs.split()), condition)


RIGHTS: Mapping[Kind, tuple[Right, ...]] = {
    Kind.DATASET: (
        _right((AN,), "read create write export"),
        _right((CM,), "read export"),
        _right((PC,), "read create write export", own_agency),
        _right((TL, AS), "read"),
    ),
    # A contributor hands records in and does not see them again; an assurer sees the report
    Kind.RECORD_DATASET: (_right((AN,), "read create"), _right((PC,), "create", own_agency)),
    Kind.BUILD: (
        _right((AN,), "read create write export"),
        _right((CM,), "read create export"),
        _right((PC, TL, AS, BM), "read"),
    ),
    Kind.CYCLE: (
        _right((AN,), "read write export"),
        _right((CM,), "read create write approve export"),
        _right((PC, TL, AS, SC), "read"),
        _right((BM,), "read approve"),
        _right((AD,), "create"),
    ),
    Kind.SCORING: (
        _right((AN, CM), "read create write export"),
        _right((PC, TL, AS, BM), "read"),
        _right((SC,), "read", revealed),
    ),
    Kind.SCORE: (
        _right((AN, CM, PC, TL, BM), "read create write", own_and_named),
        _right((AN, CM), "read export", revealed),
        _right((PC, TL, AS, BM), "read", revealed),
    ),
    Kind.PRIORITY: (
        _right((AN,), "read create write export"),
        _right((CM,), "read create write approve export"),
        _right((BM,), "read approve"),
        _right((PC, TL, AS), "read"),
        _right((SC,), "read", circulated),
        _right((PU,), "read", published),
    ),
    Kind.FINDING: (
        _right((AN,), "read create write export"),
        _right((CM,), "read write export"),
        _right((PC, TL, AS), "read comment"),
        _right((BM,), "read"),
        _right((SC,), "read", circulated),
        _right((PU,), "read", published),
    ),
    Kind.RECOMMENDATION: (
        _right((AN,), "read create write export"),
        _right((CM,), "read write approve export"),
        _right((PC,), "read comment"),
        _right((TL,), "read comment"),
        _right((TL,), "write", own),
        _right((AS,), "read"),
        _right((BM,), "read approve"),
        _right((SC,), "read", circulated),
        _right((PU,), "read", published),
    ),
    Kind.CHAPTER: (
        _right((AN,), "read create write comment export"),
        _right((CM,), "read write comment approve export"),
        _right((PC, TL), "read comment"),
        _right((PC, TL), "write", named),
        _right((AS,), "read comment"),
        _right((AS,), "sign", not_author),
        _right((BM,), "read comment approve"),
        _right((SC,), "read", circulated),
        _right((GL,), "read comment", named),
        _right((PU,), "read", published),
    ),
    Kind.COMMENT: (
        _right((AN, CM), "read create write"),
        _right((PC, TL, AS, BM), "read create"),
        _right((PC, TL, AS, BM), "write", own),
        _right((GL,), "create", named),
    ),
    Kind.ASSURANCE: (
        _right((AN, CM, BM, SC, AU), "read"),
        _right((AS,), "read create write", not_author),
    ),
    Kind.VOTE: (
        _right((AN, CM, AS, AU), "read"),
        _right((CM,), "write"),
        _right((BM,), "read"),
        _right((BM,), "create", own),
        _right((SC,), "read", circulated),
    ),
    Kind.APPROVAL: (
        _right((AN, PC, TL, AS, BM, SC, AU), "read"),
        _right((CM,), "read create write approve"),
        _right((BM,), "approve", not_author),
    ),
    Kind.REVIEW_LINK: (
        _right((CM,), "read create write"),
        _right((AN,), "read"),
        _right((AU,), "read"),
    ),
    Kind.RESTRICTED_APPENDIX: (
        _right((AN,), "read create write"),
        _right((CM,), "read write export"),
        _right((PC, TL), "read", named),
        _right((AS, BM), "read"),
    ),
    Kind.RELEASE: (
        _right((*PARTNERS, SC), "read export"),
        _right((CM,), "create approve"),
        # publishing needs two people, and many partnerships have one manager
        _right((BM,), "approve", not_author),
        _right((AU,), "read"),
        _right((PU,), "read export", published),
    ),
    Kind.ACTION: (
        _right((AN, AS, BM, SC), "read"),
        _right((BM, SC), "export"),
        _right((CM,), "read create write approve export"),
        _right((PC,), "read export"),
        _right((PC,), "write", own_or_own_agency),
        _right((TL,), "read create export"),
        _right((TL,), "write", own),
        _right((TL,), "approve", not_author),
        _right((PU,), "read", published),
    ),
    Kind.INDICATOR: (
        _right((AN,), "read create write export"),
        _right((CM,), "read approve export"),
        _right((PC, TL, BM, SC), "read"),
        _right((AS,), "read"),
        _right((AS,), "sign", not_author),
        # the owner says in words why it stands so; the analyst and the manager may too
        _right((AN, CM), "comment"),
        _right((PC, TL), "comment", own),
        _right((PU,), "read", published),
    ),
    Kind.READING: (
        _right((AN,), "read create write export"),
        _right((PC,), "read"),
        _right((PC,), "create write", own_agency),
        _right((CM,), "read export"),
        _right((TL, AS, BM, SC), "read"),
        _right((PU,), "read", published),
    ),
    Kind.PACK: (
        _right((AN, CM), "read create export"),
        _right((BM, SC), "read export", circulated),
        _right((PC, TL, AS), "read", circulated),
    ),
    # The manager publishes what was asked and answered: that is the right to approve
    Kind.EVENT: (
        _right((AN, CM), "read create write export"),
        _right((CM,), "approve"),
        _right((PC,), "read create"),
        _right((PC,), "write", own_agency),
        _right((TL, AS, BM), "read"),
        # scrutiny reads what was circulated or published, and no draft
        _right((SC,), "read", circulated),
        _right((PU,), "read", published),
    ),
    Kind.SURVEY: (
        _right((AN,), "read create write export"),
        _right((CM,), "read approve export"),
        _right((PC, TL, AS, BM), "read"),
        _right((SC,), "read", circulated),
        _right((PU,), "read", published),
    ),
    Kind.RESPONSE: (
        # whoever may read what people wrote may put it under themes: a comment of theirs
        _right((AN,), "read create write comment"),
        _right((CM, AS), "read comment"),
    ),
    Kind.ANSWER: (
        _right((AN, CM), "read create write export"),
        _right((CM,), "approve"),
        _right((PC, TL, AS, BM), "read"),
        _right((SC,), "read", circulated),
        _right((PU,), "read", published),
    ),
    Kind.HORIZON_ITEM: (
        _right((AN, CM), "read create write export"),
        _right((PC, TL), "read create"),
        _right((PC, TL), "write", own),
        _right((AS, BM, SC), "read"),
    ),
    Kind.EVIDENCE_CARD: (
        _right((AN,), "read create write export"),
        _right((CM,), "read write"),
        _right((PC,), "create"),
        _right((PC,), "read write", own_agency),
        _right((AS,), "read"),
        _right((TL, BM), "read", named),
    ),
    Kind.REQUIREMENT: (
        _right((AN,), "read create write export"),
        _right((CM,), "read create write approve export"),
        _right((PC, TL), "read create"),
        _right((PC, TL), "write", own),
        _right((AS, BM), "read"),
    ),
    Kind.SERVICE: (
        _right((AN, CM), "read create write export"),
        _right((PC,), "read create"),
        _right((PC,), "write", own_agency),
        _right((TL,), "read create write"),
        _right((AS, BM, SC), "read"),
        _right((PU,), "read", published),
    ),
    Kind.AGENCY: (
        _right((*PARTNERS, SC, AU), "read"),
        _right((CM,), "write"),
        _right((AD,), "read create write"),
    ),
    # Nobody changes their own rights, an administrator least of all
    Kind.ACCOUNT: (
        _right((CM, AU), "read"),
        _right((AD,), "read create"),
        _right((AD,), "write", not_author),
    ),
    # Whoever is at the table may break the glass; those who are told of it read why
    Kind.EMERGENCY: (
        _right(PARTNERS, "read create write", own),
        _right((CM,), "read"),
        _right((AU,), "read export"),
    ),
    Kind.AUDIT: (_right((AU,), "read export"), _right(PARTNERS, "read", own)),
    Kind.OWN_PAGE: (_right(HELD, "read create write"),),
}

# What can be read while the glass is broken: never partners' records, nor anybody's marks
OPENED_IN_EMERGENCY = frozenset(
    {Kind.RESTRICTED_APPENDIX, Kind.EVIDENCE_CARD, Kind.CHAPTER, Kind.FINDING}
)

# While an object stands so, nobody may do these, whatever the table above says
LOCKED: Mapping[tuple[Kind, str], frozenset[Verb]] = {
    (Kind.CHAPTER, "approved"): frozenset({Verb.WRITE, Verb.SIGN}),
    (Kind.CHAPTER, "published"): frozenset({Verb.WRITE, Verb.SIGN, Verb.COMMENT}),
    (Kind.CYCLE, "approved"): frozenset({Verb.WRITE}),
    (Kind.CYCLE, "published"): frozenset({Verb.WRITE}),
    (Kind.SCORE, "revealed"): frozenset({Verb.WRITE, Verb.CREATE}),
    (Kind.SCORE, "agreed"): frozenset({Verb.WRITE, Verb.CREATE}),
    (Kind.SCORE, "closed"): frozenset({Verb.WRITE, Verb.CREATE}),
    (Kind.RECOMMENDATION, "published"): frozenset({Verb.WRITE}),
    (Kind.FINDING, "approved"): frozenset({Verb.WRITE}),
    (Kind.FINDING, "published"): frozenset({Verb.WRITE}),
    (Kind.ACTION, "closed"): frozenset({Verb.WRITE}),
    (Kind.VOTE, "closed"): frozenset({Verb.CREATE}),
    (Kind.EVENT, "complete"): frozenset({Verb.WRITE}),
    (Kind.EVENT, "published"): frozenset({Verb.WRITE}),
    (Kind.SURVEY, "published"): frozenset({Verb.WRITE}),
    (Kind.ANSWER, "agreed"): frozenset({Verb.WRITE}),
    (Kind.ANSWER, "published"): frozenset({Verb.WRITE}),
}
