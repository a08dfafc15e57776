"""The date that a file carries inside: the last day of its evidence.

PDF/A, Word and spreadsheets want a date of creation. The clock's would make two runs of the
same evidence differ, so each file is dated by what it is about.
"""

from __future__ import annotations

import datetime as dt
import re

from wardwise.document.section import Document
from wardwise.domain.period import NAMES, Month


UNDATED = dt.date(2000, 1, 1)
MONTH_YEAR = re.compile(r"(?:(" + "|".join(NAMES[1:]) + r") )?\b((?:19|20)\d\d)\b")


def last_day(period: str) -> dt.date:
    """The last day of the last month or year named in words.

    >>> last_day("May 2023 to April 2024"), last_day("2023")
    (datetime.date(2024, 4, 30), datetime.date(2023, 12, 31))
    """
    named = MONTH_YEAR.findall(period)
    if not named:
        return UNDATED
    month = Month(int(named[-1][1]), NAMES.index(named[-1][0]) if named[-1][0] else 12)
    return dt.date(month.year, month.number, month.days)


def dated(document: Document) -> dt.datetime:
    """Midnight of that day, without a zone: what office files write."""
    return dt.datetime.combine(last_day(document.period), dt.time())
