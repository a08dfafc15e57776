"""``python -m wardwise.pipeline.forecast_study DATA PAGE TABLES``: the study, written down."""

from __future__ import annotations

import sys
from pathlib import Path

from wardwise.pipeline.forecast_study.page import forecasts_page
from wardwise.pipeline.forecast_study.study import study
from wardwise.pipeline.forecast_study.tables import write_tables


if __name__ == "__main__":
    found = study(Path(sys.argv[1]))
    Path(sys.argv[2]).write_text(forecasts_page(found), encoding="utf-8")
    write_tables(found, Path(sys.argv[3]))
