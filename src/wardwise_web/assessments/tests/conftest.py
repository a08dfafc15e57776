"""What this room's tests may ask for; Django's models are loaded when they do, not before."""

from __future__ import annotations

import pytest


@pytest.fixture
def year(seats):
    """This year on a small build, its chapters open."""
    from wardwise_web.assessments.tests.made_paper import year_of

    return year_of(seats)


@pytest.fixture
def chapter(year):
    """Its chapter of levels and patterns."""
    from wardwise_web.assessments.tests.made_paper import chapter_of

    return chapter_of(year)


@pytest.fixture
def paper(year):
    """Its paper."""
    return year.papers.get()


@pytest.fixture
def at_board(seats, year, paper):
    """The paper, before the board, with everything answered that the law asks."""
    from wardwise_web.assessments.states import PaperState
    from wardwise_web.assessments.tests.made_paper import answer_the_law, assure_all, bring_to

    answer_the_law(seats, year)
    assure_all(seats, year)
    bring_to(seats, paper, PaperState.BOARD)
    return paper


@pytest.fixture
def now_jobs(settings):
    """Background jobs are done at once."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
