"""``python -m wardwise.demo.coverage PAGE``: runs the study and writes the page."""

from __future__ import annotations

import sys
from pathlib import Path

from wardwise.demo.coverage.page import coverage_page
from wardwise.demo.coverage.study import study


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(coverage_page(study()), encoding="utf-8")
