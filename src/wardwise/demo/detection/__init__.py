"""How often the measures find what is planted, and how often they find what is not there."""

from wardwise.demo.detection.rate import Rate
from wardwise.demo.detection.study import SEEDS, Study, study


__all__ = ["SEEDS", "Rate", "Study", "study"]
