"""How often changes of level, seasons, special days and dark evenings are called, and rightly."""

from wardwise.demo.timing.study import SEEDS, Called, Study, study


__all__ = ["SEEDS", "Called", "Study", "study"]
