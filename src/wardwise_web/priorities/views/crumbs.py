"""The way back, on every page of this room."""

from __future__ import annotations

from django.urls import reverse


def crumbs(request, scoring=None, *more):
    """From the list of rounds down; ``more`` are pairs of words and address."""
    slug = request.partnership.slug
    found = [{"text": "Threat scoring", "href": reverse("scoring", args=[slug])}]
    if scoring is not None:
        href = reverse("scoring_round", args=[slug, scoring.pk])
        found.append({"text": scoring.cycle.name, "href": href})
    return [*found, *({"text": text, "href": href} for text, href in more)]


def priority_crumbs(request, scoring=None):
    """From the list of priorities down."""
    slug = request.partnership.slug
    found = [{"text": "Priorities", "href": reverse("priorities", args=[slug])}]
    if scoring is not None:
        href = reverse("priorities_of_round", args=[slug, scoring.pk])
        found.append({"text": scoring.cycle.name, "href": href})
    return found
