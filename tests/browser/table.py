"""The table at which stories and the year are played: who sits there, and what lies beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.browser.seat import Look, Seat
from tests.web.site import Site


WIDTHS = {"desk": 1280, "phone": 390}
YEAR, NEXT = "2026/27", "2027/28"


@dataclass(kw_only=True)
class Table:
    """Exampleshire, served, and the browsers of its people."""

    site: Site
    browser: Any
    look: Look
    seats: dict[tuple[str, str], Seat] = field(default_factory=dict)
    seen: set[tuple[int, str]] = field(default_factory=set)
    contexts: list[Any] = field(default_factory=list)

    def seat(self, who: str, *, at: str = "desk") -> Seat:
        """Somebody, signed in at a desk or on a telephone; the same browser whenever asked."""
        if (who, at) not in self.seats:
            seated = self.seats[who, at] = Seat(self._page(at), self.look, self.seen)
            seated.page.goto("/sign-in/login/")
            seated.page.fill("#id_login", f"{who}@exampleshire.example")
            seated.page.fill("#id_password", self.site.password)
            seated.presses("Sign in")
        return self.seats[who, at]

    def anybody(self, *, at: str = "phone") -> Seat:
        """Somebody without an account."""
        return Seat(self._page(at), self.look, self.seen)

    def is_left(self) -> None:
        """Everybody closes their browser."""
        for context in self.contexts:
            context.close()

    def _page(self, at: str) -> Any:
        size = {"width": WIDTHS[at], "height": 900}
        context = self.browser.new_context(base_url=self.site.address, viewport=size)
        self.contexts.append(context)
        return context.new_page()


@dataclass(kw_only=True)
class TableWithFiles(Table):
    """The same with evidence beside it: open data in a folder, and what partners would send."""

    open_data: Path
    settings: str
    partners: Path  # files, and mappings that read them
