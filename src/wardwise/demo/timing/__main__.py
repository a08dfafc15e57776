"""``python -m wardwise.demo.timing PAGE``: runs the study and writes the page."""

from __future__ import annotations

import sys
from pathlib import Path

from wardwise.demo.timing.page import timing_page
from wardwise.demo.timing.study import study


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(timing_page(study()), encoding="utf-8")
