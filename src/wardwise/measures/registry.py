"""Every public measure by name, imported on first use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, cast


Measure = Callable[..., Any]

_ROOM = "wardwise.measures"


class Registry(Mapping[str, Measure]):
    """Name → function, over the ``HOMES`` of every folder of measures."""

    @cached_property
    def homes(self) -> dict[str, str]:
        """Name → full module name, in alphabetical order."""
        found: dict[str, str] = {}
        for folder in self._folders():
            for name, home in import_module(folder).HOMES.items():
                if name in found:
                    raise ValueError(f"Two measures are called '{name}': {found[name]}, {folder}.")
                found[name] = f"{folder}.{home}"
        return dict(sorted(found.items()))

    @staticmethod
    def _folders() -> list[str]:
        room = import_module(_ROOM)
        packages = [module.name for module in iter_modules(room.__path__) if module.ispkg]
        folders = [f"{_ROOM}.{name}" for name in sorted(packages)]
        return [folder for folder in folders if hasattr(import_module(folder), "HOMES")]

    def __getitem__(self, name: str) -> Measure:
        return cast("Measure", getattr(import_module(self.homes[name]), name))

    def __iter__(self) -> Iterator[str]:
        return iter(self.homes)

    def __len__(self) -> int:
        return len(self.homes)
