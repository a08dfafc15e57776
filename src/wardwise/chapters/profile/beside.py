"""What bears on a theme and is not what it counts: rows of another partner."""

from __future__ import annotations

from wardwise.chapters.profile.findings import OwnCounts, ToldBeside
from wardwise.chapters.profile.own_counts import own_of
from wardwise.domain.nothing import NotKnown
from wardwise.figures.candidates import Candidate
from wardwise.figures.desk import Desk
from wardwise.figures.theme_beside import Beside, beside_theme
from wardwise.figures.themes import Theme


def analyse_beside(desk: Desk, candidate: Candidate) -> tuple[ToldBeside, ...]:
    """Crimes and calls beside a theme that is counted in rows of another kind."""
    if not isinstance(candidate.theme, Theme):
        return ()
    made = [(one, _own(desk, one)) for one in beside_theme(desk, candidate.evidence.name)]
    return tuple(ToldBeside(one, own) for one, own in made if isinstance(own, OwnCounts))


def _own(desk: Desk, one: Beside) -> OwnCounts | NotKnown:
    return own_of(desk, one.selected, one.called, group=None)
