"""Near repeats outside their own chapter: in a profile, and where they cannot be known."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from tests.points_in_time import desk_of_points
from wardwise.chapters.places import CHAPTER as PLACES
from wardwise.chapters.places.write_neighbourhoods import _no_near_repeats
from wardwise.chapters.profile.people_addresses import write_addresses
from wardwise.document.blocks import Paragraph
from wardwise.domain.nothing import NotKnown
from wardwise.figures.near_repeats import near_repeats


PAIRS = [(10_000.0 * n, 50.0 * again, 3 * n + 3 * again) for n in range(110) for again in (0, 1)]


def test_a_profile_tells_the_window_of_its_offence() -> None:
    near = near_repeats(desk_of_points({"Burglary": PAIRS})).of("Burglary")
    assert near is not None
    profile = cast("Any", SimpleNamespace(near=near, people=NotKnown("no extract")))
    (told,) = write_addresses(profile)
    assert isinstance(told, Paragraph)
    assert str(told.text).startswith("Burglaries close together in place are also closer in time")
    assert write_addresses(cast("Any", SimpleNamespace(near=None, people=profile.people))) == ()


def test_places_say_once_why_they_are_not_known() -> None:
    moved = PLACES.analyse(desk_of_points({"Burglary": PAIRS}, why_none="points are published"))
    assert _no_near_repeats(moved).endswith("is not known: points are published.")
    assert _no_near_repeats(PLACES.analyse(desk_of_points({"Burglary": PAIRS}))) == ""
