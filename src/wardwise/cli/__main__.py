"""The command line by ``python -m wardwise.cli``."""

from __future__ import annotations

import sys

from wardwise.cli import main


if __name__ == "__main__":
    sys.exit(main())
