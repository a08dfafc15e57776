"""Who may do what, written a second time and another way: role by role, in plain words.

``wardwise_web.core.permissions`` says it kind by kind, with functions. Here each role has its
sentences, and one reader understands them. Neither imports the other; the walk compares them.
A sentence: ``chapter: read comment; write if named`` - after ``if``, the one condition.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


RIGHTS_BY_ROLE = {
    "analyst": """
        dataset: read create write export
        record-level dataset: read create
        build: read create write export
        cycle: read write export
        scoring round: read create write export
        threat score: read create write if mine-on-panel; read export if revealed
        priority: read create write export
        finding: read create write export
        recommendation: read create write export
        chapter: read create write comment export
        comment: read create write
        assurance record: read
        vote: read
        approval: read
        review link: read
        restricted appendix: read create write
        published release: read export
        action: read
        indicator: read create write export comment
        indicator value: read create write export
        board pack: read create export
        consultation event: read create write export
        survey: read create write export
        consultation response: read create write comment
        consultation answer: read create write export
        horizon item: read create write export
        evidence card: read create write export
        intelligence requirement: read create write export
        service: read create write export
        agency: read
        emergency access: read create write if mine
        audit log: read if mine
        own page: read create write
    """,
    "manager": """
        dataset: read export
        build: read create export
        cycle: read create write approve export
        scoring round: read create write export
        threat score: read create write if mine-on-panel; read export if revealed
        priority: read create write approve export
        finding: read write export
        recommendation: read write approve export
        chapter: read write comment approve export
        comment: read create write
        assurance record: read
        vote: read write
        approval: read create write approve
        review link: read create write
        restricted appendix: read write export
        published release: read export create approve
        action: read create write approve export
        indicator: read approve export comment
        indicator value: read export
        board pack: read create export
        consultation event: read create write export approve
        survey: read approve export
        consultation response: read comment
        consultation answer: read create write export approve
        horizon item: read create write export
        evidence card: read write
        intelligence requirement: read create write approve export
        service: read create write export
        agency: read write
        account: read
        emergency access: read create write if mine; read
        audit log: read if mine
        own page: read create write
    """,
    "contributor": """
        dataset: read create write export if my-agency
        record-level dataset: create if my-agency
        build: read
        cycle: read
        scoring round: read
        threat score: read create write if mine-on-panel; read if revealed
        priority: read
        finding: read comment
        recommendation: read comment
        chapter: read comment; write if named
        comment: read create; write if mine
        approval: read
        restricted appendix: read if named
        published release: read export
        action: read export; write if mine-or-my-agency
        indicator: read; comment if mine
        indicator value: read; create write if my-agency
        board pack: read if circulated
        consultation event: read create; write if my-agency
        survey: read
        consultation answer: read
        horizon item: read create; write if mine
        evidence card: create; read write if my-agency
        intelligence requirement: read create; write if mine
        service: read create; write if my-agency
        agency: read
        emergency access: read create write if mine
        audit log: read if mine
        own page: read create write
    """,
    "lead": """
        dataset: read
        build: read
        cycle: read
        scoring round: read
        threat score: read create write if mine-on-panel; read if revealed
        priority: read
        finding: read comment
        recommendation: read comment; write if mine
        chapter: read comment; write if named
        comment: read create; write if mine
        approval: read
        restricted appendix: read if named
        published release: read export
        action: read create export; write if mine; approve if anothers
        indicator: read; comment if mine
        indicator value: read
        board pack: read if circulated
        consultation event: read
        survey: read
        consultation answer: read
        horizon item: read create; write if mine
        evidence card: read if named
        intelligence requirement: read create; write if mine
        service: read create write
        agency: read
        emergency access: read create write if mine
        audit log: read if mine
        own page: read create write
    """,
    "assurer": """
        dataset: read
        build: read
        cycle: read
        scoring round: read
        threat score: read if revealed
        priority: read
        finding: read comment
        recommendation: read
        chapter: read comment; sign if anothers
        comment: read create; write if mine
        assurance record: read create write if anothers
        vote: read
        approval: read
        restricted appendix: read
        published release: read export
        action: read
        indicator: read; sign if anothers
        indicator value: read
        board pack: read if circulated
        consultation event: read
        survey: read
        consultation response: read comment
        consultation answer: read
        horizon item: read
        evidence card: read
        intelligence requirement: read
        service: read
        agency: read
        emergency access: read create write if mine
        audit log: read if mine
        own page: read create write
    """,
    "board": """
        build: read
        cycle: read approve
        scoring round: read
        threat score: read create write if mine-on-panel; read if revealed
        priority: read approve
        finding: read
        recommendation: read approve
        chapter: read comment approve
        comment: read create; write if mine
        assurance record: read
        vote: read; create if mine
        approval: read; approve if anothers
        restricted appendix: read
        published release: read export; approve if anothers
        action: read export
        indicator: read
        indicator value: read
        board pack: read export if circulated
        consultation event: read
        survey: read
        consultation answer: read
        horizon item: read
        evidence card: read if named
        intelligence requirement: read
        service: read
        agency: read
        emergency access: read create write if mine
        audit log: read if mine
        own page: read create write
    """,
    "scrutiny": """
        cycle: read
        scoring round: read if revealed
        priority: read if circulated
        finding: read if circulated
        recommendation: read if circulated
        chapter: read if circulated
        assurance record: read
        vote: read if circulated
        approval: read
        published release: read export
        action: read export
        indicator: read
        indicator value: read
        board pack: read export if circulated
        consultation event: read if circulated
        survey: read if circulated
        consultation answer: read if circulated
        horizon item: read
        service: read
        agency: read
        own page: read create write
    """,
    "auditor": """
        assurance record: read
        vote: read
        approval: read
        review link: read
        published release: read
        agency: read
        account: read
        emergency access: read export
        audit log: read export
        own page: read create write
    """,
    "administrator": """
        cycle: create
        agency: read create write
        account: read create; write if anothers
        own page: read create write
    """,
    "guest": """
        chapter: read comment if named
        comment: create if named
    """,
    "public": """
        priority: read if published
        finding: read if published
        recommendation: read if published
        chapter: read if published
        published release: read export if published
        action: read if published
        indicator: read if published
        indicator value: read if published
        consultation event: read if published
        survey: read if published
        consultation answer: read if published
        service: read if published
    """,
}
FROZEN = """
    chapter approved: write sign
    chapter published: write sign comment
    cycle approved: write
    cycle published: write
    threat score revealed: write create
    threat score agreed: write create
    threat score closed: write create
    recommendation published: write
    finding approved: write
    finding published: write
    action closed: write
    vote closed: create
    consultation event complete: write
    consultation event published: write
    survey published: write
    consultation answer agreed: write
    consultation answer published: write
"""
WHEN_THE_GLASS_IS_BROKEN = ("restricted appendix", "evidence card", "chapter", "finding")
AFTER_CIRCULATION = ("circulated", "comments closed", "board", "approved", "published")
AFTER_REVEAL = ("revealed", "agreed", "closed")


@dataclass(frozen=True)
class Role:
    """A role as the oracle knows it."""

    name: str
    agency: int | None
    cycle: int | None


@dataclass(frozen=True)
class Somebody:
    """A person as the oracle knows them."""

    number: int | None
    partnership: int | None
    roles: tuple[Role, ...] = ()
    sensitive: bool = False
    admitted: frozenset[str] = frozenset()
    broke_the_glass: bool = False


@dataclass(frozen=True)
class Something:
    """An object as the oracle knows it."""

    kind: str
    partnership: int
    is_new: bool = False
    cycle: int | None = None
    agency: int | None = None
    owner: int | None = None
    authors: frozenset[int] = frozenset()
    named: frozenset[int] = frozenset()
    state: str = ""
    sensitive: bool = False
    closed_subject: str = ""


@dataclass
class Book:
    """The sentences, read once."""

    grants: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)
    frozen: set[tuple[str, str]] = field(default_factory=set)


def read_book(sentences: Mapping[str, str] = RIGHTS_BY_ROLE) -> Book:
    """Role, kind, verb → the conditions under which, any of which is enough."""
    book = Book()
    for role, text in sentences.items():
        for line in filter(None, map(str.strip, text.splitlines())):
            kind, _, said = line.partition(": ")
            for clause in said.split("; "):
                verbs, _, condition = clause.partition(" if ")
                for verb in verbs.split():
                    book.grants.setdefault((role, kind, verb), []).append(condition)
    for line in filter(None, map(str.strip, FROZEN.splitlines())):
        where, _, verbs = line.partition(": ")
        book.frozen |= {(where, verb) for verb in verbs.split()}
    return book


BOOK = read_book()


def may(who: Somebody, verb: str, what: Something) -> bool:
    """Whether the sentences allow it."""
    if (f"{what.kind} {what.state}", verb) in BOOK.frozen:
        return False
    roles = [Role("public", None, None)]
    insider = who.partnership is not None and who.partnership == what.partnership
    cleared = who.sensitive or not what.sensitive
    admitted = what.closed_subject == "" or what.closed_subject in who.admitted
    is_emergency = who.broke_the_glass and verb == "read" and insider and admitted
    if is_emergency and what.kind in WHEN_THE_GLASS_IS_BROKEN:
        return True
    if insider and cleared and admitted:
        roles += who.roles
    for role in roles:
        if role.cycle and what.cycle and role.cycle != what.cycle:
            continue
        for condition in BOOK.grants.get((role.name, what.kind, verb), ()):
            if _holds(condition, who, role, what):
                return True
    return False


def has_a_door(who: Somebody, verb: str, kind: str) -> bool:
    """Whether a page of the partnership opens to any role that they hold there.

    What everybody may read because it is published has pages of its own, outside.
    """
    return any((role.name, kind, verb) in BOOK.grants for role in who.roles)


def _holds(condition: str, who: Somebody, role: Role, what: Something) -> bool:
    unowned, of_no_agency = what.owner is None, what.agency is None
    mine = (what.is_new and unowned) or (who.number is not None and what.owner == who.number)
    of_my_agency = (what.is_new and of_no_agency) or (
        role.agency is not None and role.agency == what.agency
    )
    is_open = not what.sensitive and what.closed_subject == ""
    answers = {
        "": True,
        "mine": mine,
        "my-agency": of_my_agency,
        "mine-or-my-agency": mine or of_my_agency,
        "named": who.number in what.named,
        "mine-on-panel": mine and who.number in what.named,
        "anothers": who.number not in what.authors and who.number != what.owner,
        "revealed": what.state in AFTER_REVEAL,
        "circulated": what.state in AFTER_CIRCULATION,
        "published": what.state == "published" and is_open,
    }
    return answers[condition]
