"""Chapters: the partnership's own words, a number that nothing backs, a challenge, assurance."""

from __future__ import annotations

from tests.browser.seat import Seat
from tests.browser.table import Table


CHAPTER = "Levels and patterns of crime and disorder"
COMMENT = "Shops were asked to report more: say so here."


def own_words_are_written(table: Table) -> None:
    """Below a computed sentence; the number in them has no figure behind it, and is flagged."""
    analyst = table.seat("analyst").turns_to("Assessment", "Drafting").follows(CHAPTER)
    analyst.follows("Add words below …")
    analyst.sends("Save", words="The wardens took 317 calls in the spring.")
    analyst.is_told("Your words are saved").follows("1 typed number that no figure backs")
    analyst.is_told("317").follows("Say what stands behind it …")
    analyst.sends("Keep it", source="Wardens' log, March to May 2026, held by the council.")
    analyst.is_told("What stands behind 317 is kept")


def a_partner_challenges(table: Table) -> None:
    """From a telephone; the comment is answered before anything goes on."""
    police = table.seat("police", at="phone").opens("drafting/").follows(CHAPTER)
    police.follows("Comment on …").sends("Send the comment", words=COMMENT)
    police.is_told("Your comment is kept.")
    analyst = table.seat("analyst").turns_to("Assessment", "Drafting").follows(CHAPTER)
    analyst.follows("1 comment without a response").is_told(COMMENT).follows("Respond …")
    words = "It is said in the words below."
    analyst.sends("Save the response", answer="accepted", words=words)
    analyst.is_told("The response is kept")


def somebody_else_assures(table: Table) -> None:
    """The author finds no button for it; the assurer does."""
    analyst = table.seat("analyst").turns_to("Assessment", "Drafting").follows(CHAPTER)
    analyst.presses("Send to assurance").presses("Send to assurance")
    analyst.is_told("The chapter is now").has_no("Assure this chapter")
    assurer = table.seat("assurer").turns_to("Assessment", "Drafting").follows(CHAPTER)
    assures(assurer, note="Figures worked again.")


def assures(assurer: Seat, *, note: str) -> None:
    """The chapter that is open before them."""
    assurer.presses("Assure this chapter").sends("Assure this chapter", note=note)
    assurer.is_told("The chapter is now")


def the_other_chapters_follow(table: Table) -> None:
    """One after the other, by the same two people; each is looked at once."""
    analyst, assurer = table.seat("analyst").hurried(), table.seat("assurer")
    analyst.turns_to("Assessment", "Drafting")
    drafts = analyst.page.locator("main tr", has_text="Draft").locator("th a").all()
    for address in [link.get_attribute("href") for link in drafts]:
        analyst.opens(f"{address}move/in-assurance/").presses("Send to assurance")
        assures(assurer.opens(address).hurried(), note="")
