"""Every address of the application, and the objects on which each can be tried."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from wardwise_web.core.permissions.thing import Thing, Verb
from wardwise_web.people.stage import DemoPlay


LIBRARIES = ("account_", "mfa_", "socialaccount_", "openid_connect_")


@dataclass(frozen=True)
class Route:
    """One address: its name, its view, and the parts that it takes."""

    name: str
    view: Callable[..., Any]
    takes: frozenset[str]

    @property
    def needs(self) -> Any:
        """The right that the view asks for; None for a public one."""
        return getattr(self.view, "needs", "nothing said")


@dataclass(frozen=True)
class Sample:
    """An object to try an address on: the parts of the address, and the object itself.

    ``verb`` where the object's own right is another than the view's mark; ``put`` where the
    object has to be brought into its state for the knock.
    """

    thing: Thing
    parts: dict[str, Any] = field(default_factory=dict)
    verb: Verb | None = None
    query: dict[str, str] = field(default_factory=dict)
    put: Callable[[], object] | None = None


def routes() -> list[Route]:
    """Every address that is ours, as the application knows them."""
    return [route for route in _below(get_resolver()) if not route.name.startswith(LIBRARIES)]


def _below(resolver: URLResolver, taken: frozenset[str] = frozenset()) -> Iterator[Route]:
    for one in resolver.url_patterns:
        takes = taken | frozenset(one.pattern.converters)
        if isinstance(one, URLPattern):
            yield Route(one.name or "", one.callback, takes)
        else:
            yield from _below(one, takes)


def samples_of_rooms(play: DemoPlay) -> dict[str, list[Sample]]:
    """What each room gives (``tests/matrix.py`` with ``samples(play)``): name → objects."""
    found: dict[str, list[Sample]] = {}
    for room in settings.OURS:
        path = f"wardwise_web.{room}.tests.matrix"
        if find_spec(path):
            found |= import_module(path).samples(play)
    return found
