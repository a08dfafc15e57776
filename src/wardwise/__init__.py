"""Wardwise: from a community safety partnership's data to its strategic assessment."""

import datetime


__version__ = "0.1.0"
RELEASED = datetime.date(2026, 11, 20)
