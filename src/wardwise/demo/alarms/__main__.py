"""``python -m wardwise.demo.alarms PAGE``: runs the study and writes the page."""

from __future__ import annotations

import sys
from pathlib import Path

from wardwise.demo.alarms.page import alarms_page
from wardwise.demo.alarms.study import study


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(alarms_page(study()), encoding="utf-8")
