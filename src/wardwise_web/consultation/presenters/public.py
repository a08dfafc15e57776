"""Results as anybody may read them: small counts withheld, the rest rounded, by one rule."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.disclosure.published_count import FEWEST, STEP, published_count
from wardwise.disclosure.published_table import published_table
from wardwise.document.words import ordinal
from wardwise.domain.nothing import Withheld
from wardwise.measures.survey.question_shares import QuestionOrder, QuestionShares
from wardwise_web.consultation.presenters.results import Shown, percent
from wardwise_web.consultation.selectors.coding import Standing
from wardwise_web.consultation.selectors.results import Answered
from wardwise_web.consultation.states import Sort


HIDDEN = "[c]"
RULE = (
    f"Numbers of people are rounded to the nearest {STEP}. [c]: fewer than {FEWEST}, or withheld so"
    " that such a number cannot be worked out."
)


def rounded_words(many: int, what: str) -> str:
    """``400 replies``, or that they are few."""
    found = published_count(many)
    return f"fewer than {FEWEST} {what}" if isinstance(found, Withheld) else f"{found:,} {what}"


def public_table(answered: Answered, counts: Sequence[int], *, weighted: bool) -> Shown:
    """A question as everybody answered it, with rounded numbers beside the shares.

    ``counts`` are the replies that chose each answer, or put it first.
    """
    question, told = answered.question, answered.whole
    if isinstance(told, Withheld):
        refused = f"Not shown: {told.reason} to this question."
        return Shown(question.text, question.text, "", "", (), (), refused)
    cells = published_table(counts, adds_up=question.sort != Sort.SEVERAL)
    shares = _shares(told, weighted=weighted)
    rows = tuple(
        (name, HIDDEN, HIDDEN) if isinstance(cell, Withheld) else (name, f"{cell:,}", share)
        for name, cell, share in zip(question.options, cells, shares, strict=True)
    )
    care = "Take care: the replies are few." if told.is_small else ""
    first = "Put it first" if question.sort == Sort.ORDER else "Replies"
    headings = ("Answer", first, "As weighted" if weighted else "Part of the replies")
    base = rounded_words(told.base, "replies")
    return Shown(question.text, question.text, base, care, headings, rows, "")


def _shares(told: QuestionShares | QuestionOrder, *, weighted: bool) -> list[str]:
    if isinstance(told, QuestionOrder):
        both = told.weighted if weighted else told.plain
        return [f"{ordinal(one.first_place)}: {percent(one.first)}" for one in both]
    return [percent(one) for one in (told.weighted if weighted else told.plain)]


def public_themes(standing: Standing) -> Shown:
    """Themes of what people wrote, once two people agreed on them."""
    counts = standing.counts or ()
    cells = published_table([many for _, many in counts], adds_up=True)
    rows = tuple(
        (theme.name, HIDDEN if isinstance(cell, Withheld) else f"{cell:,}")
        for (theme, _), cell in zip(counts, cells, strict=True)
    )
    text = standing.question.text
    base = rounded_words(len(standing.texts), "people wrote something; by the main theme")
    return Shown(text, text, base, "", ("Theme", "Texts"), rows, "")
