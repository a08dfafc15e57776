"""Writes the page: ``python -m wardwise.pipeline.linkage_study docs/reference/linkage.md``."""

from __future__ import annotations

import sys
from pathlib import Path

from wardwise.pipeline.linkage_study.page import linkage_page
from wardwise.pipeline.linkage_study.study import study


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(linkage_page(study()), encoding="utf-8")
