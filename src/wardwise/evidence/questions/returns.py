"""What do partners' aggregate returns say?

A supplier sends a period again when it is corrected: of rows that say the same thing of the same
period, the one received last stands. Where several suppliers report, theirs are added.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ibis

from wardwise.evidence.tables import Expression, Tables


SAME = ("supplier", "area", "item", "category", "cohort", "first_month", "last_month")
COLUMNS = (*SAME, "value", "of", "withheld", "at_most")


def lines(tables: Tables, *, dataset: str) -> Expression:
    """The rows of a dataset that stand; an empty area, category or cohort is ''."""
    table = tables["partner_return"]
    used = table.filter(table.used, table.dataset == dataset, table.item.notnull())
    said = used.mutate(
        area=used.area_code.fill_null(""),
        category=used.category.fill_null(""),
        cohort=used.cohort.fill_null(""),
        withheld=used.withheld.fill_null(""),
    )
    files = tables["partner_file"].select("source", "path", "received_on")
    joined = said.join(files, (said.source == files.source) & (said.file == files.path), rname="")
    order = [ibis.desc(name) for name in ("received_on", "file", "row")]
    window = ibis.window(group_by=list(SAME), order_by=order)
    numbered = joined.mutate(nth=ibis.row_number().over(window))
    return numbered.filter(numbered.nth == 0).select(*COLUMNS).order_by(*SAME)


def asked(
    tables: Tables,
    *,
    dataset: str,
    areas: Sequence[str],
    items: Sequence[str],
    categories: Sequence[str],
    periods: Sequence[str],
    cohorts: Sequence[str] | None = None,
) -> Expression:
    """Of these the ones named; a period is written ``2024-04/2025-03``."""
    table = lines(tables, dataset=dataset)
    period = table.first_month + ibis.literal("/") + table.last_month
    chosen = table.filter(
        table.area.isin(list(areas)),
        table.item.isin(list(items)),
        table.category.isin(list(categories)),
        period.isin(list(periods)),
    )
    return chosen if cohorts is None else chosen.filter(chosen.cohort.isin(list(cohorts)))


def counted(tables: Tables, **chosen: Any) -> Expression:
    """The sum of what is told; what is withheld adds nothing, so it is the least there were."""
    return asked(tables, **chosen).value.fill_null(0).sum()


def counted_at_most(tables: Tables, **chosen: Any) -> Expression:
    """The same with every withheld number as large as its mark allows."""
    table = asked(tables, **chosen)
    return table.value.coalesce(table.at_most).sum()


def denominators(tables: Tables, **chosen: Any) -> Expression:
    """The sum of the denominators that are given."""
    return asked(tables, **chosen)["of"].sum()


def suppliers(tables: Tables) -> Expression:
    """A row for each file of a return: dataset, supplier, marking."""
    files = tables["partner_file"]
    names = tables["partner_return"].select("source").distinct()
    return (
        files.semi_join(names, "source")
        .select("dataset", "supplier", "marking", "path")
        .order_by("dataset", "supplier", "path")
    )
