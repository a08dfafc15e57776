"""The plan's lists as they leave: the rows of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.plan.choices import Scale
from wardwise_web.plan.models import Recommendation, Service
from wardwise_web.plan.presenters import ActionRow
from wardwise_web.plan.selectors import FundingEnd, Orphans


def actions_sheet(rows: Sequence[ActionRow], *, year: str, marking: str) -> Sheet:
    """The list as it leaves: the rows of the screen."""
    return Sheet(
        name=f"Actions {year.replace('/', '-')}",
        marking=marking,
        headings=(
            "Action", "Title", "Recommendation", "Owner", "Agency", "Scale", "Starts", "First due",
            "Due", "Slippage (days)", "Percent complete", "Standing", "Why", "Days late",
            "Indicators", "Cost (pounds)", "Funding", "Funding ends", "State",
        ),
        rows=[_sheet_row(row) for row in rows],
    )  # fmt: skip


def _sheet_row(row: ActionRow) -> tuple[object, ...]:
    one = row.action
    return (
        one.code,
        one.title,
        one.recommendation.code if one.recommendation else f"None: {one.no_recommendation_because}",
        one.owner.name,
        one.owner_agency.name,
        Scale(one.scale).word,
        one.starts_on.isoformat(),
        one.first_due_on.isoformat(),
        one.due_on.isoformat(),
        row.slippage_days,
        one.percent_complete,
        row.standing.word,
        row.standing.why,
        row.days_after,
        row.indicators,
        float(one.cost) if one.cost is not None else "",
        one.funding,
        one.funding_ends_on.isoformat() if one.funding_ends_on else "",
        one.state,
    )


def recommendations_sheet(found: Sequence[Recommendation], *, year: str, marking: str) -> Sheet:
    """The register of recommendations."""
    return Sheet(
        name=f"Recommendations {year.replace('/', '-')}",
        marking=marking,
        headings=("Recommendation", "Text", "About", "To", "State", "Decided", "Why", "Findings",
                  "Actions"),
        rows=[
            (
                one.code,
                one.text,
                one.about,
                one.to,
                one.state,
                _decided(one),
                _why(one),
                "; ".join(found["id"] for found in one.findings)
                or f"None: {one.no_finding_because}",
                ", ".join(action.code for action in one.actions.all())
                or (f"None: {one.no_action_because}" if one.no_action_because else "None"),
            )
            for one in found
        ],
    )  # fmt: skip


def _decided(one: Recommendation) -> str:
    moves = list(one.moves.all())
    return f"{moves[-1].by.name}, {moves[-1].at:%Y-%m-%d}" if moves else ""


def _why(one: Recommendation) -> str:
    moves = list(one.moves.all())
    return moves[-1].note if moves else ""


def services_sheet(found: Sequence[Service], *, marking: str) -> Sheet:
    """The map of services."""
    return Sheet(
        name="Services",
        marking=marking,
        headings=("Service", "Agency", "Scale", "Factors", "Outcome", "Lead group", "Evidence",
                  "Ages", "Areas", "Places a year", "Taken up", "Cost (pounds)", "Funding",
                  "Funding ends", "Checked on"),
        rows=[
            (
                one.name, one.agency.name, Scale(one.scale).word, ", ".join(one.factors),
                one.outcome, one.lead_group, one.grade, one.ages, one.areas,
                "" if one.places is None else one.places,
                "" if one.taken_up is None else one.taken_up,
                "" if one.cost is None else float(one.cost), one.funding,
                one.funding_ends_on.isoformat() if one.funding_ends_on else "",
                one.assured_on.isoformat() if one.assured_on else "",
            )
            for one in found
        ],
    )  # fmt: skip


def funding_sheet(ends: Sequence[FundingEnd], *, marking: str) -> Sheet:
    """The ends of funding, the earliest first."""
    return Sheet(
        name="Funding that ends",
        marking=marking,
        headings=("Ends", "What", "Agency", "Funding", "Cost (pounds)"),
        rows=[
            (
                one.on.isoformat(),
                one.what,
                one.agency,
                one.funding,
                "" if one.cost is None else float(one.cost),
            )
            for one in ends
        ],
    )


def orphans_sheet(found: Orphans, *, marking: str) -> Sheet:
    """Every broken chain, by its kind."""
    kinds = (
        ("Recommendation with no action", found.recommendations),
        ("Action with no indicator", found.actions),
        ("Indicator that nobody acts on", found.indicators),
    )
    return Sheet(
        name="Broken chains",
        marking=marking,
        headings=("Kind", "Which", "Reason given"),
        rows=[
            *((kind, str(one), reason_of(one)) for kind, several in kinds for one in several),
            *(("Action in hand whose owner has left", str(one), "") for one in found.ownerless),
            *(
                ("Finding with no recommendation", f"{name} {claim}", "")
                for name, claim in found.findings
            ),
        ],
    )


def reason_of(one: object) -> str:
    """Why a link is missing, as far as anybody said."""
    because = getattr(one, "no_indicator_because", None)
    return str(getattr(one, "no_action_because", "") if because is None else because)
