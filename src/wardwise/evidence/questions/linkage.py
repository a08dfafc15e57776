"""Who was linked, and how sure are the pairs near the threshold?"""

from __future__ import annotations

from wardwise.evidence.tables import Expression, Tables


def linkage_counted(tables: Tables, *, what: str) -> Expression:
    """A count of the linkage by the name of its column; the threshold in percent."""
    times = 100 if what == "threshold" else 1
    return tables["partner_linkage"][what].sum() * times


def linkage_pair(tables: Tables, *, pair: int, what: str) -> Expression:
    """Match weight, or probability in percent, of one pair of the review."""
    table = tables["partner_linkage_review"]
    times = 100 if what == "probability" else 1
    return table.filter(table.pair == pair)[what].sum() * times
