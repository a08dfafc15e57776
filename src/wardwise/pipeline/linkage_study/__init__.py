"""How well people are linked who have no common number: measured on Exampleshire's own."""

from wardwise.pipeline.linkage_study.study import Measured, study


__all__ = ["Measured", "study"]
