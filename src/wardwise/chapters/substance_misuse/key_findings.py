"""Key findings: the alarm where there is one, the way to treatment, the number treated."""

from __future__ import annotations

from wardwise.chapters.substance_misuse.findings import SubstanceFindings, Tests, Treatment
from wardwise.document.initials import small
from wardwise.document.phrases import changed, during
from wardwise.document.text import say
from wardwise.document.words import percent, whole
from wardwise.domain.area import Area
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.figures.returned_moves import Moved


WEIGHT = 1.0  # a share that misleads may stand on the summary, if it has room


def key_findings(found: SubstanceFindings) -> tuple[KeyFinding, ...]:
    """One on tests and one on treatment, where they are held."""
    told = []
    if found.tests:
        alarm = next((m for m in (found.tests.since, found.tests.moved) if m and m.warns), None)
        told.append(_alarm(alarm, found.area) if alarm else _way(found.tests, found.area))
    if found.treatment:
        told.append(_treated(found.treatment, found.area))
    return tuple(one for one in told if one)


def _alarm(moved: Moved, area: Area) -> KeyFinding:
    before, after = moved.before, moved.after
    claim = say(
        "Of the drug tests on arrest in {place}, {now} were positive {period} against {then} "
        "{earlier}: {few} of {tests} tests against {some} of {all}. {how}",
        place=area.name,
        now=percent(after.share),
        period=during(after.span.whole),
        then=percent(before.share),
        earlier=during(before.span.whole),
        few=whole(after.part.count),
        tests=whole(after.whole.count),
        some=whole(before.part.count),
        all=whole(before.whole.count),
        how=_how(moved),
    )
    return KeyFinding(
        brief=_in_brief(moved),
        claim=str(claim),
        figures=claim.figures,
        sureness=Sureness.HIGH,
        why_sure="the share moved beyond chance, and the number of tests made more than half of it",
        alternatives=("who is tested: a force that tests fewer people tests other people",),
        gap="Who was arrested and not tested, and what the tests found.",
        area=area,
        weight=WEIGHT,
    )


def _how(moved: Moved) -> str:
    """What moved the share, as the two counts have it."""
    tests = "fewer" if moved.after.whole.number < moved.before.whole.number else "more"
    if moved.by_denominator.number >= 100:
        return (
            f"The share moved because {tests} were tested, not because of how many were positive."
        )
    return f"Most of that is because {tests} were tested."


def _in_brief(moved: Moved) -> str:
    tests = "fewer" if moved.after.whole.number < moved.before.whole.number else "more"
    part = "" if moved.by_denominator.number >= 100 else "mostly "
    return (
        f"{percent(moved.after.share).text} of drug tests on arrest were positive against "
        f"{percent(moved.before.share).text} before, {part}because {tests} were tested"
    )


def _way(tests: Tests, area: Area) -> KeyFinding | None:
    first, last = tests.funnel.stages[0], tests.funnel.stages[-1]
    if last.from_start is None or last.from_start.share.status != "known":
        return None
    claim = say(
        "Of {n} {first} in {place} {period}, {share} came as far as {last} ({few}).",
        n=whole(first.reached.count),
        first=small(first.title),
        place=area.name,
        period=during(tests.funnel.span.whole),
        share=percent(last.from_start.share),
        last=f"'{small(last.title)}'",
        few=whole(last.reached.count),
    )
    return KeyFinding(
        claim=str(claim),
        figures=claim.figures,
        sureness=Sureness.MODERATE,
        why_sure="the stages are counted in one period, and not followed person by person",
        alternatives=("people who were already in treatment and needed no new start",),
        gap="The same people followed from the test to the end of treatment.",
        area=area,
    )


def _treated(found: Treatment, area: Area) -> KeyFinding | None:
    change = found.whole.change
    if change is None or change.status != "known" or not found.whole.people.is_known:
        return None
    claim = say(
        "{n} people were in treatment for drugs or alcohol in {place} {period}; the number "
        "{changed}.",
        n=whole(found.whole.people.count),
        place=area.name,
        period=during(found.now.whole),
        changed=changed(change),
    )
    return KeyFinding(
        claim=str(claim),
        figures=claim.figures,
        sureness=Sureness.MODERATE,
        why_sure="the provider counts everybody in treatment; how many need it is not counted",
        alternatives=("places and staff, which decide how many can be treated",),
        gap="How many people here need treatment and are not in it.",
        area=area,
    )
