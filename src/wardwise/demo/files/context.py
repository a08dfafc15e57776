"""Context indicators that no count of offences can give, some missing by design."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from wardwise.demo.names import HOME


HEADER = ("indicator", "area_code", "period", "value", "lower", "upper", "unit", "england",
          "region", "published_by", "published_on")  # fmt: skip
MADE_UP = "Made up for Exampleshire"
CONTEXT = "indicators.csv"
# Indicator, period, then value, lower, upper, unit, England and region, and when published.
# Children in care, health and the rest are not among them, so that the assessment has to name
# what it does not know; the value of exclusions was not published.
ROWS = (
    ("Children in low-income families", "2024/25", "24.1,,,percent,22.1,20.8", "2026-03-26"),
    ("Attainment 8 score", "2024/25", "43.9,43.2,44.6,score,45.9,46.4", "2026-02-26"),
    ("Permanent exclusions", "2024/25", ',,,"per 10,000 pupils",13,11', "2026-07-16"),
    ("Suspensions", "2024/25", "12.9,,,per 100 pupils,11.3,10.8", "2026-07-16"),
    ("Unemployment", "2025-07 to 2026-06", "4.9,4.1,5.7,percent,4.6,4.2", "2026-10-13"),
    (
        "Survey crime: victims of any crime",
        "2025/26",
        "16.3,14.1,18.7,percent,15.2,14.6",
        "2026-07-23",
    ),
    (
        "Perception: anti-social behaviour is a big problem",
        "2025/26",
        "14.8,12.3,17.7,percent,11.9,10.7",
        "2026-07-23",
    ),
)


def write_context(folder: Path) -> None:
    """Write the indicators into ``context/``."""
    folder.mkdir(parents=True, exist_ok=True)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for indicator, period, cells, published in ROWS:
        numbers = next(csv.reader([cells]))
        writer.writerow([indicator, HOME, period, *numbers, MADE_UP, published])
    (folder / CONTEXT).write_text(text.getvalue(), encoding="utf-8")
