"""What partners' returns tell of a theme's people, where its own rows name nobody."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wardwise.chapters.profile.reading import OFFENDER, VICTIM
from wardwise.chapters.profile.words import capital, during
from wardwise.document.text import Link, Text, say
from wardwise.document.words import percent, whole
from wardwise.figures.desk import Desk
from wardwise.figures.return_spans import Named, Span
from wardwise.figures.returned import returned
from wardwise.figures.returned_shares import Ratio, ratio


def returned_words(desk: Desk, name: str) -> Mapping[str, Text]:
    """Part of the profile → a sentence; none where no return is held."""
    made = {part: make(desk) for part, make in MAKERS.get(name, {}).items()}
    return {part: text for part, text in made.items() if text is not None}


def _tested(desk: Desk) -> Text | None:
    found = _latest(desk, "drug_tests", Named("positive"), Named("tests"))
    if found is None:
        return None
    return say(
        "Of {n} drug tests on arrest {period}, {share} were positive: see {where}.",
        n=whole(found.whole.count),
        period=during(found.span.whole),
        share=percent(found.share, 0),
        where=Link("From a drug test on arrest to treatment", "drug-tests"),
    )


def _treated(desk: Desk) -> Text | None:
    held = returned(desk, "treatment")
    spans = held.years(Named("in_treatment")) if held else ()
    if held is None or not spans:
        return None
    people = held.told(Named("in_treatment"), spans[-1])
    if not people.is_known:
        return None
    return say(
        "{n} people were in treatment for drugs or alcohol {period}: see {where}.",
        n=whole(people.count),
        period=during(spans[-1].whole),
        where=Link("People in treatment", "treatment"),
    )


def _heard(desk: Desk) -> Text | None:
    found = _latest(desk, "marac", Named("repeats"), Named("heard"))
    if found is None:
        return None
    return say(
        "{n} cases at high risk were heard at the multi-agency conference {period}, {share} of "
        "them repeat cases: see {where}.",
        n=whole(found.whole.count),
        period=during(found.span.whole),
        share=percent(found.share, 0),
        where=Link("the chapter on the conferences", "conferences"),
    )


def _latest(desk: Desk, dataset: str, part: Named, of: Named) -> Ratio | None:
    """The share of the last year that holds both, where it may be printed."""
    held = returned(desk, dataset)
    if held is None:
        return None
    years: list[Span] = [year for year in held.years(part) if year in held.years(of)]
    found = ratio(held, part, of, years[-1]) if years else None
    return found if found is not None and found.is_known else None


MAKERS: Mapping[str, Mapping[str, Callable[[Desk], Text | None]]] = {
    "Substance misuse": {OFFENDER: _tested, VICTIM: _treated},
    "Domestic abuse": {VICTIM: _heard},
}
"""Theme → part of its profile → what tells of it."""


CALLED = {
    "F10-F19": "mental and behavioural disorders due to psychoactive substances (F10 to F19)",
    "T51": "toxic effect of alcohol (T51)",
    "Y90-Y91": "alcohol involved (Y90 and Y91)",
}
"""Category as a supplier writes it → in words."""


def kind_called(name: str) -> str:
    """A category as it is printed."""
    return capital(CALLED.get(name, name))
