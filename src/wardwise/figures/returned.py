"""One partner's return on the desk: its years, and counts from it as figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown, Value, Withheld
from wardwise.domain.period import Period
from wardwise.domain.returns import PartnerReturn, ReturnLine
from wardwise.figures.desk import Desk
from wardwise.figures.people_withheld import FEW
from wardwise.figures.return_items import may_add, title_of
from wardwise.figures.return_spans import YEAR, Named, Span, Told, years_tiled
from wardwise.measures.estimate import Estimate


BY_SUPPLIER = Withheld("the supplier withholds a number that is part of it")
NOT_GIVEN = NotKnown("the return leaves out a period or a part of it")
TOTALS = ("", "all", "total", "all substances", "all cases", "everybody")


@dataclass(frozen=True, eq=False)
class Returned:
    """A dataset's return, asked as a chapter asks it."""

    desk: Desk
    held: PartnerReturn

    @property
    def source(self) -> str:
        """The id of the source."""
        return f"partner:{self.held.dataset}"

    def lines(self, what: Named) -> tuple[ReturnLine, ...]:
        """Those of the item that end by the assessment's last month."""
        last, categories = self.desk.latest.last, self.categories(what)
        return tuple(
            line
            for line in self.held.by_item.get(what.item, ())
            if line.period.last <= last
            and line.category in categories
            and (what.cohort is None or line.cohort == what.cohort)
        )

    def has(self, *items: str) -> bool:
        """Whether the return counts every one of them."""
        return all(self.years(Named(item)) for item in items)

    def categories(self, what: Named) -> tuple[str, ...]:
        """The one asked for; else the line of the whole, or every category where there is none."""
        if what.category is not None:
            return (what.category,)
        held = dict.fromkeys(line.category for line in self.held.by_item.get(what.item, ()))
        whole = tuple(name for name in held if name.casefold() in TOTALS)
        return whole[:1] or tuple(held)

    def parts(self, item: str) -> tuple[str, ...]:
        """The categories of an item that are not its whole, in the order of the file."""
        held = dict.fromkeys(line.category for line in self.held.by_item.get(item, ()))
        return tuple(name for name in held if name.casefold() not in TOTALS)

    def periods(self, what: Named) -> tuple[Period, ...]:
        """Of one length, that which goes furthest and is the longest of such; earliest first."""
        held = sorted({line.period for line in self.lines(what)})
        if not held:
            return ()
        last = max(period.last for period in held)
        length = max(period.length for period in held if period.last == last)
        return tuple(period for period in held if period.length == length)

    def years(self, what: Named, *, adds: bool | None = None) -> tuple[Span, ...]:
        """Years that end twelve months apart, earliest first; of what does not add, periods."""
        periods = self.periods(what)
        if not periods:
            return ()
        last, length = periods[-1].last, periods[-1].length
        together = may_add(self.held.dataset, what.item) if adds is None else adds
        if together and length < YEAR:
            whole = years_tiled(periods, length)
            if whole and whole[-1].whole.last == last:
                return whole
        apart = (last.ordinal - period.last.ordinal for period in periods)
        alone = (period for period, months in zip(periods, apart, strict=True) if not months % YEAR)
        return tuple(Span((period,)) for period in alone)

    def asked(self, what: Named, span: Span) -> dict[str, Json]:
        """The arguments of a question about it."""
        return {**self.asked_of(what, span), "items": list(self.held.called.get(what.item, ()))}

    def asked_of(self, what: Named, span: Span) -> dict[str, Json]:
        """The same without the item."""
        asked: dict[str, Json] = {
            "dataset": self.held.dataset,
            "areas": list(self.held.areas),
            "categories": list(self.categories(what)),
            "periods": span.names,
        }
        return asked if what.cohort is None else {**asked, "cohorts": [what.cohort]}

    def told(self, what: Named, span: Span) -> Told:
        """How many in the span. Unit: people."""
        lines = [line for line in self.lines(what) if line.period in span.periods]
        if not self._is_whole(lines, what, span):
            return Told(self._count("return_count", what, span, NOT_GIVEN))
        known = sum(line.value or 0.0 for line in lines)
        hidden = [line for line in lines if line.value is None]
        if not hidden:
            few = 0 < known < self.desk.settings.people.least_count
            return Told(self._count("return_count", what, span, FEW if few else known))
        least = self._count("return_count", what, span, known, detail=", at least")
        most = None
        if all(line.at_most is not None for line in hidden):
            upper = known + sum(line.at_most or 0.0 for line in hidden)
            most = self._count("return_count_at_most", what, span, upper, detail=", at most")
        return Told(self._count("return_count", what, span, BY_SUPPLIER), least, most)

    def _is_whole(self, lines: Sequence[ReturnLine], what: Named, span: Span) -> bool:
        """Whether every period of the span has a line of every category."""
        held = {(line.period, line.category) for line in lines}
        return len(held) == len(span.periods) * len(self.categories(what))

    def _count(
        self, question: str, what: Named, span: Span, value: Value, *, detail: str = ""
    ) -> Figure:
        ask = Ask(question, self.asked(what, span))
        recipe = Recipe(question, {"answer": ask})
        return self.figure(
            recipe, value, unit=Unit.PEOPLE, period=span.whole, detail=self.name(what) + detail
        )

    def name(self, what: Named) -> str:
        """In a few words, to tell its figures from others."""
        parts = (title_of(self.held.dataset, what.item), what.category, what.cohort)
        return ", ".join(part for part in parts if part)

    def figure(
        self, recipe: Recipe, value: Value | Estimate, *, unit: Unit, period: Period, detail: str
    ) -> Figure:
        """A figure of the return, with the marking of its files."""
        made = value if isinstance(value, Estimate) else None
        return Figure(
            measure=recipe.measure,
            offence=None,
            area=self.desk.area,
            period=period,
            value=value.value if isinstance(value, Estimate) else value,
            unit=unit,
            sources=(self.source,),
            recipe=recipe,
            method=made.method if made else "count",
            interval=made.interval if made else None,
            detail=f"{self.held.dataset}: {detail}",
            marking=self.held.marking,
        )


def returned(desk: Desk, dataset: str) -> Returned | None:
    """The partnership's return of a dataset; None where nobody has supplied one."""
    held = desk.evidence.returns
    if isinstance(held, NotHeld) or dataset not in held:
        return None
    return Returned(desk, held[dataset])
