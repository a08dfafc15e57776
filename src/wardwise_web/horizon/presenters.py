"""The register as its pages and exports show it."""

from __future__ import annotations

from wardwise.domain.nothing import NotKnown
from wardwise_web.core.jinja import day
from wardwise_web.horizon.models import HorizonItem
from wardwise_web.horizon.selectors import Scored
from wardwise_web.horizon.words import BANDS


HEADINGS = (
    "What may come",
    "From",
    "Likelihood",
    "When",
    "Effect",
    "Threats",
    "Watch for",
    "Source",
    "Owner",
    "Review on",
    "Became",
)


def cells_of(item: HorizonItem) -> tuple[str, ...]:
    """One row of the export."""
    return (
        item.title,
        item.area,
        BANDS[item.view.likelihood].label if item.view else "",
        item.when,
        item.effect,
        "; ".join(item.threats),
        item.trigger,
        f"{item.source}, {day(item.source_on)}",
        item.owner.name,
        day(item.review_on),
        item.ending.outcome if item.ending else "",
    )


def initial_of(item: HorizonItem) -> dict[str, object]:
    """The item as its form begins."""
    names = (
        "title",
        "area",
        "source",
        "source_on",
        "effect",
        "trigger",
        "when",
        "review_on",
        "version",
    )
    return {name: getattr(item, name) for name in names} | {"threats": "; ".join(item.threats)}


def score_words(found: Scored) -> str:
    """How well the year was foreseen, in a sentence."""
    if isinstance(found.score, NotKnown):
        return "Nothing on this register has come to a yes or a no yet, so there is no score."
    counted = "one item" if found.counted == 1 else f"{found.counted} items"
    compared = "better" if found.score < 0.25 else "no better"
    return (
        f"Of this register {counted} came to a yes or a no. Their Brier score is"
        f" {found.score:.2f}: {compared} than even chances for everything, which score 0.25"
        " (0 is always right and sure)."
    )
