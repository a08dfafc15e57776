"""The demo's year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from wardwise_web.assessments.services import begin_cycle, use_build


if TYPE_CHECKING:
    from wardwise_web.people.stage import DemoPlay


def load(play: DemoPlay) -> None:
    """This year's cycle, on the build that was made."""
    if play.partnership is None:
        raise LookupError("The partnership comes first.")
    cycle = begin_cycle(
        partnership=play.partnership,
        name="2026/27",
        starts_on=date(2026, 10, 1),
        ends_on=date(2027, 9, 30),
        by=play.actor("manager"),
    )
    build = play.partnership.builds.first()
    if build is not None:
        use_build(cycle=cycle, build=build, by=play.actor("analyst"))
