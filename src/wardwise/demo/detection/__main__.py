"""``python -m wardwise.demo.detection PAGE``: runs the study and writes the page."""

from __future__ import annotations

import sys
from pathlib import Path

from wardwise.demo.detection.page import detection_page
from wardwise.demo.detection.study import study


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(detection_page(study()), encoding="utf-8")
