"""A year with a paper of a few sentences, made by services: as long as a story needs it.

One of its computed sentences and one of its own words are marked above OFFICIAL.
"""

from __future__ import annotations

from tests.browser.steps import given_by_services
from tests.web.site import Site


COUNTED = "There were 412 burglaries."
SAID = "Shops were asked to report every theft."
CLOSED = ("19.6%", "An operation at the bus station is planned.")  # in the same chapter
MADE = f"""
from types import SimpleNamespace
from wardwise_web.assessments.services.drafting import add_words
from wardwise_web.assessments.services.markings import mark_paragraph
from wardwise_web.assessments.services.papers import cast_vote, move_paper
from wardwise_web.assessments.states import Choice, PaperState
from wardwise_web.assessments.tests.made_paper import answer_the_law, assure_all, bring_to, year_of
seats = SimpleNamespace(partnership=partnership, actor=actor)
year = year_of(seats, "2027/28")
paper, summary = year.papers.get(), year.chapters.get(anchor="summary")
def written(words):
    return add_words(chapter=summary, section="summary", after="start", words=words,
        by=actor("analyst"))
written({SAID!r})
closed = written({CLOSED[1]!r})
mark_paragraph(chapter=summary, place=("summary", f"words-{{closed.passage_id}}", "OFFICIAL"),
    now="OFFICIAL-SENSITIVE", reason="A running operation", by=actor("analyst"))
answer_the_law(seats, year)
assure_all(seats, year)
"""
READY = "bring_to(seats, paper, PaperState.COMMENTS_CLOSED)\n"
APPROVED = """
bring_to(seats, paper, PaperState.BOARD)
for who in ("board", "chair"):
    cast_vote(paper=paper, choice=Choice.FOR, note="", by=actor(who))
move_paper(paper=paper, to=PaperState.APPROVED, note="Minute 7 of the board", by=actor("board"))
"""
TOLD = "print(paper.pk, summary.pk)\n"


def ready_for_the_board(site: Site) -> tuple[str, str]:
    """Every comment is in: the numbers of the paper and of its summary."""
    return _numbers(site, MADE + READY + TOLD)


def approved_by_the_board(site: Site) -> tuple[str, str]:
    """Nobody has asked that it be published."""
    return _numbers(site, MADE + APPROVED + TOLD)


def _numbers(site: Site, code: str) -> tuple[str, str]:
    paper, summary = given_by_services(site, code).split()
    return paper, summary
