"""Every door, in the order of their names: a file in ``statistics`` is one."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from wardwise.pipeline.doors import statistics
from wardwise.pipeline.doors.door import Door


DOORS: tuple[Door, ...] = tuple(
    import_module(f"{statistics.__name__}.{module.name}").DOOR
    for module in iter_modules(statistics.__path__)
)
