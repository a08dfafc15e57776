"""Context indicators that no count of offences can give, some missing by design."""

from __future__ import annotations

from pathlib import Path

from wardwise.demo.names import HOME


HEADER = (
    "indicator,area_code,period,value,lower,upper,unit,england,region,published_by,published_on"
)
MADE_UP = "Made up for Exampleshire"
# Not among them, so that the assessment has to name what it does not know: attainment, children
# in care, and perception of anti-social behaviour. The value of exclusions was not published.
ROWS = (
    ("child_poverty", "2024/25", "24.1,,,% of children aged 0 to 15,22.1,20.8", "2026-03-26"),
    ("exclusions", "2024/25", ",,,permanent exclusions per 10000 pupils,13,11", "2026-07-16"),
    ("unemployment", "2026-06", "4.9,4.1,5.7,% of people aged 16 and over,4.6,4.2", "2026-08-11"),
    ("csew_personal_crime", "2025/26", "7.8,6.9,8.8,% of adults,7.1,6.8", "2026-07-23"),
)


def write_context(path: Path) -> None:
    """Write ``context/indicators.csv``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [
        ",".join([indicator, HOME, period, cells, MADE_UP, published])
        for indicator, period, cells, published in ROWS
    ]
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
