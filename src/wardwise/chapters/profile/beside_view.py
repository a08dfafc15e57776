"""Rows beside a theme as a profile of their own: tables and pictures are made the same way."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.profile.findings import Profile, ToldBeside
from wardwise.domain.nothing import NotKnown


BESIDE = NotKnown("it is told beside the theme, which counts something else")


def view_of(profile: Profile, told: ToldBeside) -> Profile:
    """The profile as if it were of those rows; nothing of the theme's own count is left in it."""
    beside = told.beside
    return replace(
        profile,
        name=beside.selected.name,
        slug=f"{profile.slug}-{beside.noun.lower()}",
        situation=BESIDE,
        geography=told.own.geography,
        season=told.own.season,
        people=beside.people,
        own=told.own,
        returned={},
        beside=(),
    )
