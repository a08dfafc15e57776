"""Key findings: adults against the prediction, children and those who come in first."""

from __future__ import annotations

from wardwise.chapters.reoffending.adults_table import entered
from wardwise.chapters.reoffending.adults_words import how
from wardwise.chapters.reoffending.findings import Adults, Children, ReoffendingFindings
from wardwise.document.phrases import changed, during
from wardwise.document.text import say
from wardwise.document.words import between, decimal, percent, rounded, whole
from wardwise.domain.area import Area
from wardwise.domain.finding import KeyFinding, Sureness


def key_findings(found: ReoffendingFindings) -> tuple[KeyFinding, ...]:
    """One on adults and one on children, where a cohort of them was followed."""
    told = [
        _adults(found.adults, found.area) if found.adults else None,
        _children(found.children, found.area) if found.children else None,
        _entrants(found.children, found.area) if found.children else None,
    ]
    return tuple(one for one in told if one)


WORDS = {
    "more": ", which is more than chance gives",
    "fewer": ", which is fewer than chance gives",
    "as": ", which chance cannot tell from as many",
}


def _adults(found: Adults, area: Area) -> KeyFinding | None:
    one = found.latest
    if one.ratio.status != "known" or one.words is None:
        return None
    claim = say(
        "Of {n} adults under probation in {place} (entered {entered}, followed for {months} "
        "months) {share} reoffended: {ratio} times as many as predicted ({range}){how}.",
        n=whole(one.people.count),
        place=area.name,
        entered=entered(one),
        months=rounded(one.words.follow_up_months, 0),
        share=percent(one.share.figure),
        how=WORDS[how(one)],
        ratio=decimal(one.ratio, 2),
        range=between(one.ratio, 2),
    )
    return KeyFinding(
        claim=str(claim),
        figures=claim.figures,
        sureness=Sureness.MODERATE,
        why_sure="everybody in the cohort was followed; the prediction is taken as exact",
        alternatives=("a prediction that does not fit this area",),
        gap="The same by band of risk.",
        area=area,
        weight=0.0 if how(one) == "as" else 1.0,  # as predicted is no news for one page
    )


def _children(found: Children, area: Area) -> KeyFinding | None:
    one = found.latest.binary
    if one is None or one.figure.status != "known" or one.words is None:
        return None
    claim = say(
        "Of {n} children dealt with in {place} {entered} and followed for {months} months, "
        "{share} reoffended ({range}).",
        n=whole(one.people.count),
        place=area.name,
        entered=during(one.words.entered),
        months=rounded(one.words.follow_up_months, 0),
        share=percent(one.figure),
        range=between(one.figure, 1, "%"),
    )
    return KeyFinding(
        brief=f"of {whole(one.people.count).text} children dealt with, {percent(one.figure).text} "
        "reoffended",
        claim=str(claim),
        figures=claim.figures,
        sureness=Sureness.MODERATE,
        why_sure="only offences proved in the time are counted",
        alternatives=("a smaller cohort of children with more behind them",),
        gap="What each child needed and was given.",
        area=area,
    )


def _entrants(found: Children, area: Area) -> KeyFinding | None:
    held = [one.entrants for one in found.years if one.entrants]
    change = found.entrants_change
    if change is None or change.status != "known" or not held or not held[-1].is_known:
        return None
    claim = say(
        "{n} children entered the youth justice system of {place} for the first time {period}; "
        "the number {changed}.",
        n=whole(held[-1].count),
        place=area.name,
        period=during(change.period),
        changed=changed(change),
    )
    return KeyFinding(
        claim=str(claim),
        figures=claim.figures,
        sureness=Sureness.MODERATE,
        why_sure="every child is counted once, at the first proved offence",
        alternatives=("a force that deals with more children out of court",),
        gap="Children dealt with informally, whom nobody counts here.",
        area=area,
    )
