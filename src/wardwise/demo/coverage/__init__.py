"""How often the intervals hold the truth, and how often a test calls what is not there."""

from wardwise.demo.coverage.case import SEEDS, Case
from wardwise.demo.coverage.study import study


__all__ = ["SEEDS", "Case", "study"]
