"""Methods of judging: what changed, what is usual, who is like us, what matters most."""

from __future__ import annotations

from wardwise.chapters.methods_and_glossary.findings import Method
from wardwise.document.initials import capital
from wardwise.document.words import rounded
from wardwise.domain.evidence import HarmWeights
from wardwise.figures.desk import Desk
from wardwise.reference.load import version


HOUSE = "house method"


def judging_methods(desk: Desk) -> tuple[Method, ...]:
    """Change, dispersion, charts, season, forecast, peers, harm, threats."""
    return (
        Method(
            "Change, and the word for it",
            "Counts of two periods of one length. Rose and fell are said only if the interval "
            "leaves out no change, of the count and by the day: a leap year alone is no rise. Else "
            "no clear change. Under 20 events the exact test.",
            "log ratio ± z√(φ(1/before + 1/after))",
            "what changed",
            "levels-changes",
            "Przyborowski and Wilenski 1940; McCullagh and Nelder 1989",
        ),
        Method(
            "Dispersion φ",
            "How much more counts vary than chance alone: matched months of two years in each "
            "comparator about its own ratio, by the day, pooled. Never below 1. Wards have a φ of "
            "their own, and so have the published tables: every partnership's two years about "
            "the ratio of its force. A change is called firm if it also stands with what carries "
            "over from month to month (covariances at lags of one to three months).",
            "Σ(residual²) ÷ degrees of freedom",
            "dispersion of each offence",
            "methods-dispersion",
            "McCullagh and Nelder 1989; Newey and West 1987",
        ),
        _control(desk),
        Method(
            "Month index",
            "Each month of the year against the average day, with a level for each year. A month "
            "is called high or low only if the test shows a season, allowing for how many groups "
            "were looked at.",
            "log-linear regression, days as exposure; 100 = an average day",
            "when",
            "when",
            "McCullagh and Nelder 1989; Friedman 1937",
        ),
        Method(
            "Change of level",
            "The month from which a series runs on another level. Its sign has to be larger than "
            "those of 999 series without a change, in which each month remembers the one before, "
            "allowing for how many groups were looked at; none is named where a steady drift fits "
            "about as well.",
            "largest F ratio of one to three changes of log counts a day",
            "changes of level",
            "when-levels",
            "Bai and Perron 1998",
        ),
        Method(
            "Forecast",
            "What to expect if nothing changes: seven rules are tried from month after month of "
            "the past, and the one that was least wrong is used; as a year before wins where no "
            "other did better. The ranges come from the errors of such forecasts of partnerships.",
            "rolling origins, 36 at most; log errors",
            "threat assessment",
            "threats",
            "Hyndman and Athanasopoulos 2021; tried on 274 partnerships and 43 forces",
        ),
        Method(
            "Rank and its interval",
            "The place among the areas compared, 1 being the highest rate, and the places it may "
            "truly hold: those clearly above and clearly below are left out. The tests are "
            "widened by φ of the published tables.",
            "pairwise tests, Holm",
            "how the partnership compares",
            "comparison",
            "Mogstad and others 2024",
        ),
        _similar(desk),
        _harm(desk),
        _threats(desk),
        *(_INITIATIVES if desk.settings.initiatives else ()),
    )


_INITIATIVES = (
    Method(
        "Did it work",
        "The months since an initiative began against the same months before, less what the "
        "control did, brought to the area's level; with next door, apart and together. The "
        "published variance is widened by φ of the wards. Reduced is said only if the whole "
        "interval is below nought, next door did not rise and, where the area was picked for its "
        "height, it lies below the year before too (regression to the mean). The months are "
        "looked at a second time: the area's share of each, before and since. Each initiative is "
        "judged by itself: of forty that did nothing, one would be called reduced.",
        "(T₁ − T₀) − (C₁ − C₀) ÷ w + the same next door; variance φ × Σ(counts × weights²)",
        "did it work",
        "evaluation",
        "Wheeler and Ratcliffe 2018; Krishnamoorthy and Thomson 2004; Newey and West 1987",
    ),
)


def _control(desk: Desk) -> Method:
    screened = (
        "Steps of 3.267 times the mean step or more are left out once. "
        if desk.settings.measures.screen_moving_ranges
        else "No step is screened out, as the settings ask. "
    )
    return Method(
        "Control chart",
        "The range within which months vary when nothing has changed, each month made equal for "
        "the days in it and, where the test finds a season, divided by its month index. "
        + screened
        + "Four rules signal: a point outside; seven on one side; seven rising or falling; two of "
        "three in the outer third. Under 12 months limits are trial; they start again at a break.",
        "mean ± 2.66 × mean step",
        "month by month",
        "levels-months",
        "Wheeler 1993",
    )


def _similar(desk: Desk) -> Method:
    chosen = desk.evidence.comparators
    how = (
        f"{capital(chosen.method)}, {chosen.dated}."
        if chosen.official
        else "Partnerships with the nearest Census figures. Variables are straightened, set to one "
        "spread, and weighed by domain so that each domain counts the same."
    )
    return Method(
        "Most similar partnerships",
        how,
        "" if chosen.official else "√(Σ weight × (difference ÷ standard deviation)²)",
        "partnerships most like this one",
        "area-similar",
        "the settings"
        if chosen.official
        else f"{HOUSE}; figures of {chosen.dated or 'the Census'}",
    )


def _harm(desk: Desk) -> Method:
    held = desk.evidence.harm
    mix = "Not worked out: the offence codes of the force are not held."
    if isinstance(held, HarmWeights):
        mix = (
            f"{held.scheme}, version {held.version}. A crime type weighs what the force's own mix "
            f"of codes weighs, {held.quarters[0].first.label} to {held.quarters[-1].last.label}; "
            "its range is how much the mix differs between forces."
        )
    return Method(
        "Harm",
        mix,
        "Σ offences × weight; weight of a type = Σ code weight × code count ÷ Σ code count",
        "harm",
        "harm",
        "the severity weights' own edition, under reference tables",
    )


def _threats(desk: Desk) -> Method:
    threat = desk.settings.threat
    return Method(
        "Threat assessment",
        "Evidence is turned into scores of 0 to 4 by printed bands. Capacity stands beside and "
        "confidence is a range; neither multiplies. Each candidate's share of "
        f"{rounded(threat.draws, 0)} trials among the first is printed: scores within their "
        f"ranges, weights ± {rounded(threat.weights_vary_percent, 0)}%, seed "
        f"{desk.settings.seed}.",
        "weighted mean of harm × weighted mean of likelihood, 0 to 16",
        "threat assessment",
        "threats",
        f"house matrix, version {version('threat_factor').version}; it is not MoRiLE",
    )
