"""An indicator with readings, made as the product makes them."""

from __future__ import annotations

import json
from decimal import Decimal

from wardwise.domain.period import Month
from wardwise_web.evidence.models import Build
from wardwise_web.performance.services.definitions import define
from wardwise_web.performance.services.readings import enter_reading
from wardwise_web.performance.terms import DefinitionTerms, Read
from wardwise_web.plan.services.indicators import IndicatorName, name_indicator


def terms(**changes):
    """A card of a monthly count that is known ten days after the month."""
    given = {
        "kind": "count",
        "numerator": "Shopliftings recorded",
        "unit": "offences",
        "source": "police_uk",
        "better": "lower",
        "is_recording_driven": False,
        "months": 1,
        "lag_days": 10,
        "tolerance_percent": Decimal(5),
    }
    return DefinitionTerms(**{**given, **changes})


def indicator_of(seats, code="S1", **changes):
    """Owned by the police, written by the analyst."""
    made = name_indicator(
        partnership=seats.partnership,
        name=IndicatorName(
            code, "Shoplifting", "Shoplifting", seats.people["police"].pk,
            seats.agencies["police"].pk,
        ),
        by=seats.actor("analyst"),
    )  # fmt: skip
    define(indicator=made, terms=terms(**changes), by=seats.actor("analyst"))
    return made


def typed(seats, indicator, first, counts):
    """Month after month; None is not known."""
    month = Month.parse(first)
    for n, count in enumerate(counts):
        read = (
            Read(month.plus(n), Decimal(count))
            if count is not None
            else Read(month.plus(n), state="not known", reason="the system was down")
        )
        enter_reading(indicator=indicator, read=read, by=seats.actor("analyst"))


def build_in_use(seats, cycle, months):
    """A finished build that prints monthly counts of shoplifting, its dispersion and its place."""
    build = Build.objects.create(partnership=seats.partnership, settings_yaml="", run="abc1234567")
    rows = [
        row("offences", f"F-{month.replace('-', '')}", month, month, count)
        for month, count in months.items()
    ]
    rows.append(row("dispersion", "F-PHI", "2024-01", "2026-01", 2.0, unit="ratio"))
    rows.append(
        row("rank_position", "F-RANK", "2025-01", "2025-12", 7, lower=2, upper=14,
            detail="among the most similar partnerships", unit="rank")
    )  # fmt: skip
    build.folder.mkdir(parents=True)
    (build.folder / "findings.json").write_text(json.dumps(rows), "utf-8")
    (build.folder / "manifest.json").write_text(json.dumps({"run": build.run}), "utf-8")
    cycle.build = build
    cycle.save(update_fields=["build"])
    return build


def row(measure, figure_id, start, end, value, **changes):
    """One figure as the engine writes it."""
    return {
        "figure_id": figure_id, "chapter": "levels", "measure": measure, "offence": "Shoplifting",
        "area_code": "E06999001", "area_name": "Exampleshire", "period_start": start,
        "period_end": end, "detail": "", "value": value, "unit": "offences", "lower": None,
        "upper": None, "method": "count", "comparison": None, "sources": ["police_uk"],
        "marking": "OFFICIAL", "status": "known" if value is not None else "not_known",
        "reason": None if value is not None else "the month is not held", "recipe": None,
    } | changes  # fmt: skip
