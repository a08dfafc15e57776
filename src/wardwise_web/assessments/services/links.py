"""Review links: one chapter, one reader without an account, comments only, for a few days."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import replace
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from wardwise_web.assessments.models import Chapter, Comment, LinkOpening, ReviewLink
from wardwise_web.assessments.services.comments import Target, keep_comment
from wardwise_web.assessments.services.signed_in import person_of
from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor, Holding
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.roles import Role
from wardwise_web.core.permissions.thing import Kind, Thing, Verb


LONGEST_DAYS = 14


def make_link(*, chapter: Chapter, for_whom: str, days: int, by: Actor) -> tuple[ReviewLink, str]:
    """The link and its token, which is told once and kept only as its hash."""
    check_can(by, Verb.CREATE, Thing(Kind.REVIEW_LINK, chapter.cycle.partnership_id))
    if not 1 <= days <= LONGEST_DAYS:
        raise MoveRefused(f"A link lasts 1 to {LONGEST_DAYS} days.")
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        made = ReviewLink.objects.create(
            chapter=chapter,
            token_hash=hash_of(token),
            for_whom=for_whom.strip(),
            made_by_id=person_of(by),
            expires_at=timezone.now() + timedelta(days=days),
        )
        record(
            "review_link.made",
            by=by,
            thing=made.as_thing(),
            operation=Operation.DISCLOSURE,
            details={"chapter": chapter.anchor, "days": days},
            recipients=made.for_whom,
        )
    return made, token


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def revoke_link(*, link: ReviewLink, by: Actor) -> None:
    """Close a link now."""
    check_can(by, Verb.WRITE, link.as_thing())
    with transaction.atomic():
        done = ReviewLink.objects.filter(pk=link.pk, revoked_at__isnull=True).update(
            revoked_at=timezone.now(), revoked_by_id=person_of(by)
        )
        if done:
            record("review_link.revoked", by=by, thing=link.as_thing())


def is_open(link: ReviewLink) -> bool:
    """Whether it opens now."""
    return link.revoked_at is None and timezone.now() < link.expires_at


def open_link(*, token: str) -> ReviewLink | None:
    """The link of a token if it is open; each try on a link that there is leaves a row."""
    link = (
        ReviewLink.objects.filter(token_hash=hash_of(token))
        .select_related("chapter__cycle__partnership")
        .first()
    )
    if link is None:
        return None
    with transaction.atomic():
        LinkOpening.objects.create(link=link, was_open=is_open(link))
        record(
            "review_link.opened" if is_open(link) else "review_link.refused",
            by=guest_of(link),
            thing=link.as_thing(),
            operation=Operation.DISCLOSURE,
            recipients=link.for_whom,
        )
    return link if is_open(link) else None


def guest_of(link: ReviewLink) -> Actor:
    """Whoever holds the link: a guest, under a number that no person has."""
    return Actor(
        person_id=-link.pk,
        name=f"{link.for_whom} (review link)",
        partnership_id=link.chapter.cycle.partnership_id,
        holdings=frozenset({Holding(Role.GUEST)}),
    )


def chapter_for(link: ReviewLink) -> Thing:
    """The link's chapter as the permissions see it: this guest is named on it, on no other."""
    return replace(link.chapter.as_thing(), named_ids=frozenset({-link.pk}))


def comment_through(*, link: ReviewLink, target: Target, words: str) -> Comment:
    """A guest's comment."""
    guest = guest_of(link)
    if not is_open(link):
        raise MoveRefused("This link is closed.")
    # the paragraph's own marking, which may be above the chapter's
    check_can(guest, Verb.COMMENT, replace(chapter_for(link), marking=target.marking))
    with transaction.atomic():
        made = keep_comment(chapter=link.chapter, target=target, words=words, link=link)
        record("comment.made", by=guest, thing=link.as_thing(), details={"block": target.block})
    return made
