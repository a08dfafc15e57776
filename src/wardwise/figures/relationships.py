"""What victims were to suspects: shares of pairs of the two, those not known apart."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.nothing import Value
from wardwise.figures.people_selected import Arguments
from wardwise.figures.people_withheld import FEW, hidden_groups, shown
from wardwise.figures.records_desk import EVERY_CRIME, RecordsDesk
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.group_share import group_shares_percent
from wardwise.measures.people.peak_group import Peak, peak_group


RELATIONSHIPS = "partner:relationships"


@dataclass(frozen=True)
class Relation:
    """One relationship: how many pairs, and what part of those whose relationship is known."""

    name: str
    pairs: Figure
    share: Figure


@dataclass(frozen=True)
class Relations:
    """Pairs of a victim and a suspect, the most frequent relationship first."""

    relations: tuple[Relation, ...]
    missing: Figure
    not_known: Figure
    peak: Peak


def relations(desk: RecordsDesk) -> Relations | None:
    """None where no file tells what victims were to suspects."""
    related = dict(sorted(desk.held.related.items(), key=lambda one: (-one[1], one[0])))
    if not related:
        return None
    names, counts = list(related), list(related.values())
    unknown = desk.held.pairs - sum(counts)
    shares = group_shares_percent(groups=names, people=counts, not_known=unknown, level=desk.level)
    # in the order of names, which does not follow from the numbers
    by_name = sorted(related)
    few = hidden_groups([related[name] for name in by_name], least=desk.settings.people.least_count)
    hidden = {names.index(by_name[n]) for n in few}
    recipe: Arguments = {
        "groups": list(names),
        "people": Ask("partner_pairs_in_groups", {"relationships": list(names)}),
        "not_known": Ask("partner_pairs_not_known"),
        "level": desk.level,
    }

    def share(take: str, value: Estimate, detail: str, few: bool) -> Figure:
        made = Recipe("group_shares_percent", recipe, f"{take}.value")
        return _figure(desk, made, shown(value, few=few), Unit.PERCENT, detail)

    def pairs(n: int) -> Figure:
        ask = Ask("partner_pairs_related", {"relationship": names[n]})
        value = FEW if n in hidden else counts[n]
        return _figure(desk, _answer(ask), value, Unit.RECORDS, names[n])

    return Relations(
        relations=tuple(
            Relation(name, pairs(n), share(f"shares[{n}]", shares.shares[n], name, n in hidden))
            for n, name in enumerate(names)
        ),
        missing=share("missing", shares.missing, "not known", False),
        not_known=_figure(
            desk, _answer(Ask("partner_pairs_not_known")), unknown, Unit.RECORDS, "not known"
        ),
        peak=peak_group(groups=names, people=counts, level=desk.level),
    )


def _answer(ask: Ask) -> Recipe:
    return Recipe(ask.question, {"answer": ask})


def _figure(
    desk: RecordsDesk, recipe: Recipe, value: Value | Estimate, unit: Unit, detail: str
) -> Figure:
    made = value if isinstance(value, Estimate) else None
    return Figure(
        measure=recipe.measure,
        offence=EVERY_CRIME,
        area=desk.area,
        period=desk.period,
        value=value.value if isinstance(value, Estimate) else value,
        unit=unit,
        sources=(RELATIONSHIPS,),
        recipe=recipe,
        method=made.method if made else "count",
        interval=made.interval if made else None,
        detail=f"relationship: {detail}",
        marking=desk.marking,
    )
