"""The demo's performance: nine indicators, from the build and typed, targets, a pack."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from wardwise.domain.period import Month
from wardwise_web.performance.choices import Audience
from wardwise_web.performance.making import make
from wardwise_web.performance.rules import TargetRefused
from wardwise_web.performance.selectors import definition_of
from wardwise_web.performance.services.definitions import (
    declare_break,
    define,
    publish_indicator,
    sign_break,
    sign_definition,
)
from wardwise_web.performance.services.packs import approve_plan, circulate_pack, start_pack
from wardwise_web.performance.services.readings import enter_reading, take_from_build
from wardwise_web.performance.services.targets import set_target
from wardwise_web.performance.services.words import comment_on, correct
from wardwise_web.performance.terms import DefinitionTerms, Read, TargetTerms


if TYPE_CHECKING:
    from wardwise_web.people.stage import DemoPlay

YEAR = date(2026, 4, 1)
FROM_BUILD = {
    "C1": "Shoplifting",
    "C2": "Burglary",
    "C3": "Criminal damage and arson",
    "N1": "Anti-social behaviour",
    "V1": "Violence and sexual offences",
    "V2": "Public order",
}
# (aim, value, stretch, why)
TARGETS = {
    "C1": ("percent change", -3, None, "What the two parades can carry"),
    "C2": ("maintain", None, None, "Burglary is lower than ever recorded here"),
    "C3": ("stretch", None, None, "Base and stretch as in the agreement of 2026"),
    "N1": ("percent change", -25, None, "Asked for at the public meeting"),
    "V1": ("none, by design", None, None, "More reports of domestic abuse may be good"),
    "N2": ("rate", 70, None, "The charter's promise"),
    "T1": ("rate", 62, None, "The level of similar services"),
    "T2": ("rate", 9, None, "The national standard is three weeks"),
}
SATISFIED = (41, 44, 39, 47, 45, 50, 52, 49, 55, 53, 58, 57)  # of 80 asked each quarter
PLANNED = (118, 121, 109, 126, 120, 131, 128, 117, 133, 129, 136, 131)  # of 215 who left
DAYS = (14, 13, 15, 12, 13, 14, 12, 11, 12, 13, 11)  # the last quarter has not come


def load(play: DemoPlay) -> None:
    """Definitions, three years of readings, targets, words, and a pack given to the board."""
    if play.partnership is None:
        raise LookupError("The partnership comes first.")
    play.tell("Reading the indicators")
    held = {one.code: one for one in play.partnership.indicators.all()}
    for code, offence in FROM_BUILD.items():
        _from_build(play, held[code], offence)
    _typed(play, held)
    declare_break(
        indicator=held["V2"], month=date(2025, 12, 1), by=play.actor("analyst"),
        what="The force began to record more of what is reported",
        source="Letter of the force, November 2025 (made up)",
    )  # fmt: skip
    sign_break(broken=held["V2"].breaks.get(), by=play.actor("assurer"))
    for code in TARGETS:
        _target(play, held[code])
    for code in ("C1", "C2", "N1", "N2"):
        publish_indicator(indicator=held[code], by=play.actor("manager"))
    _words(play, held)
    _pack(play)
    _plan(play)


def _card(**changes):
    given = {
        "kind": "count", "unit": "offences", "better": "lower", "is_recording_driven": False,
        "months": 1, "lag_days": 45, "tolerance_percent": Decimal(5),
        "revisions": "Earlier months are taken again with each build.",
    }  # fmt: skip
    return DefinitionTerms(**{**given, **changes})


def _from_build(play, indicator, offence):
    recording = offence == "Violence and sexual offences"
    unit = "incidents" if indicator.code == "N1" else "offences"
    terms = _card(
        numerator=f"{offence}: {unit} recorded in the month",
        source="police.uk street-level records",
        unit=unit,
        build_measure="offences",
        build_offence=offence,
        is_recording_driven=recording,
        better="neither" if recording else "lower",
    )
    _defined(play, indicator, terms, sign=indicator.code != "C3")
    if play.partnership.cycles.first().build is not None:
        take_from_build(indicator=indicator, by=play.actor("analyst"))


def _defined(play, indicator, terms, *, sign=True):
    define(indicator=indicator, terms=terms, by=play.actor("analyst"))
    if sign:
        sign_definition(definition=definition_of(indicator), by=play.actor("assurer"))


def _typed(play, held):
    share = {"kind": "share", "per": 100, "unit": "percent", "better": "higher", "months": 3}
    _defined(play, held["N2"], _card(
        numerator="Complaints after which the person was satisfied", **share,
        denominator="People asked after a complaint was closed", source="Landlords' survey",
    ))  # fmt: skip
    _defined(play, held["T1"], _card(
        numerator="People who left treatment as planned", **share,
        denominator="All who left treatment", source="Treatment provider's return",
    ))  # fmt: skip
    _defined(play, held["T2"], _card(
        kind="value", unit="days", months=3, numerator="Median days to the first appointment",
        source="Treatment provider's return",
    ))  # fmt: skip
    by = play.actor("analyst")
    for n in range(12):
        first = Month(2023, 10).plus(3 * n)
        for code, counts, of in (("N2", SATISFIED, 80), ("T1", PLANNED, 215)):
            read = Read(first, Decimal(counts[n]), Decimal(of))
            enter_reading(indicator=held[code], read=read, by=by)
        if n < len(DAYS):
            enter_reading(indicator=held["T2"], read=Read(first, Decimal(DAYS[n])), by=by)


def _target(play, indicator):
    aim, value, stretch, why = TARGETS[indicator.code]
    if aim == "stretch":
        # the year before less 2%, and less 8%
        year = indicator.readings.filter(first__gte=date(2025, 4, 1), first__lt=YEAR)
        was = sum(one.numerator or 0 for one in year)
        value, stretch = round(was * Decimal("0.98")), round(was * Decimal("0.92"))
    terms = TargetTerms(
        starts=YEAR,
        aim=aim,
        agreed_by="Strategic board, 12 March 2026",
        because=why,
        value=None if value is None else Decimal(value),
        stretch=None if stretch is None else Decimal(stretch),
    )
    try:
        set_target(indicator=indicator, terms=terms, by=play.actor("manager"))
    except TargetRefused as refused:  # a demo without a build has no baseline
        play.tell(f"No target for {indicator}: {refused}")


def _words(play, held):
    first = date(2026, 9, 1)
    comment_on(
        indicator=held["N1"], first=first, by=play.actor("owner"),
        text="Warm evenings and two empty blocks. The joint form has slowed us down so far.",
    )  # fmt: skip
    late = play.partnership.cycles.first().actions.filter(title__startswith="Mediation").first()
    correct(
        indicator=held["N1"], first=first, action=late, by=play.actor("owner"),
        text="Mediation starts in December for the twelve longest cases.",
    )  # fmt: skip
    comment_on(
        indicator=held["C1"], first=first, by=play.actor("police"),
        text="Visits find thefts that nobody reported: the count may go up before it goes down.",
    )  # fmt: skip


def _plan(play):
    """The year's plan as the board approved it, frozen and given out."""
    approval = "The board's meeting of 19 November 2026, minute 4"
    cycle = play.partnership.cycles.first()
    plan = approve_plan(cycle=cycle, approval=approval, by=play.actor("manager"))
    make(plan.pk)
    plan.refresh_from_db()
    circulate_pack(pack=plan, by=play.actor("manager"))


def _pack(play):
    play.tell("Making the quarter's packs")
    for audience in (Audience.BOARD, Audience.PUBLIC):
        pack = start_pack(
            cycle=play.partnership.cycles.first(),
            quarter_ends=date(2026, 9, 30),
            audience=audience,
            by=play.actor("analyst"),
        )
        make(pack.pk)
        pack.refresh_from_db()
        circulate_pack(pack=pack, by=play.actor("manager"))
