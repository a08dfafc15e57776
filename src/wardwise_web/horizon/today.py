"""What of this room waits for a person, and what changed."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.core.rooms import News, Task
from wardwise_web.horizon.selectors import due_for_review, items_of


def tasks(actor, partnership):
    """Items of one's own whose review is due within a fortnight."""
    today = timezone.localdate()
    if actor.person_id is None:
        return []
    return [
        Task(
            text=f"Look again at what may come: {item.title}",
            href=reverse("horizon_item", args=[partnership.slug, item.pk]),
            due=item.review_on,
            late=item.review_on < today,
        )
        for item in due_for_review(partnership, actor.person_id, today + timedelta(days=14))
    ]


def news(actor, partnership, since):
    """Views that others gave."""
    return [
        News(
            text=f"{item.title}: now thought {view.likelihood}",
            href=reverse("horizon_item", args=[partnership.slug, item.pk]),
            at=view.given_at,
        )
        for item in items_of(partnership)
        if can(actor, Verb.READ, item.as_thing())
        for view in item.views.all()
        if view.given_at > since and view.given_by_id != actor.person_id
    ]
