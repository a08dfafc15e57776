"""The demo's year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from wardwise_web.assessments.demo_papers import (
    draft_this_year,
    last_years_papers,
    publish_last_year,
)
from wardwise_web.assessments.models import Cycle
from wardwise_web.assessments.services import begin_cycle, use_build
from wardwise_web.evidence.manifest import read_manifest
from wardwise_web.evidence.models import Build
from wardwise_web.evidence.services import ask_for_build, begin_build, end_build


if TYPE_CHECKING:
    from wardwise_web.people.stage import DemoPlay


def load(play: DemoPlay) -> None:
    """This year's cycle, on the build that was made."""
    if play.partnership is None:
        raise LookupError("The partnership comes first.")
    build = play.partnership.builds.first()
    if build is not None:
        _last_year(play, build)
    cycle = begin_cycle(
        partnership=play.partnership,
        name="2026/27",
        starts_on=date(2026, 10, 1),
        ends_on=date(2027, 9, 30),
        by=play.actor("manager"),
    )
    if build is not None:
        use_build(cycle=cycle, build=build, by=play.actor("analyst"))
        cycle.refresh_from_db()
        draft_this_year(play, cycle)


def _last_year(play: DemoPlay, evidence: Build) -> Cycle | None:
    """The year before: its words, approved and published, on the same evidence."""
    if play.partnership is None:
        return None
    by = play.actor("analyst")
    cycle = begin_cycle(
        partnership=play.partnership,
        name="2025/26",
        starts_on=date(2025, 10, 1),
        ends_on=date(2026, 9, 30),
        by=play.actor("manager"),
    )
    build = ask_for_build(partnership=play.partnership, settings_yaml="", by=by)
    begin_build(build=build)
    build.folder.mkdir(parents=True, exist_ok=True)
    last_years_papers(build.folder, evidence=evidence.folder, partnership=play.partnership.name)
    end_build(build=build, told="The year before, in words", manifest=read_manifest(build.folder))
    # it is of the year before, and stands below this year's in the list
    type(build).objects.filter(pk=build.pk).update(asked_at=build.asked_at - timedelta(days=365))
    build.refresh_from_db()
    use_build(cycle=cycle, build=build, by=by)
    publish_last_year(play, cycle)
    return cycle
