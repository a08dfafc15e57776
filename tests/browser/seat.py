"""Somebody at the table: what they do, in words; every page that opens before them is looked at."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.browser.steps import HOME, is_told, reaches
from tests.browser.walk import skeleton


MENU = ".govuk-service-navigation, .ww-places"
Look = Callable[[Any], None]


@dataclass
class Seat:
    """One person's browser.

    ``look`` is asked of every page with bones that it has not seen: axe, and no scrolling
    sideways.
    """

    page: Any
    look: Look | None
    seen: set[tuple[int, str]] = field(default_factory=set)

    def opens(self, address: str) -> Seat:
        """Go to an address below the partnership's own."""
        answer = self.page.goto(HOME + address if not address.startswith("/") else address)
        assert answer.status == 200, f"{address}: {answer.status}"
        return self.looks()

    def turns_to(self, *places: str) -> Seat:
        """Places of the menu above the page, one after the other."""
        for words in places:
            self.goes(self.page.locator(MENU).get_by_role("link", name=_named(words)).first)
        return self

    def follows(self, *links: str) -> Seat:
        """Links of the page itself, by all their words, or by how they begin: "Comment …"."""
        for words in links:
            link = self.page.locator("main").get_by_role("link", name=_named(words))
            self.goes(link.first)
        return self

    def presses(self, words: str) -> Seat:
        """Press a button, or what looks like one; by how it begins too: "Take build …"."""
        button = self.page.get_by_role("button", name=_named(words))
        link = self.page.get_by_role("link", name=_named(words))
        return self.goes(button.or_(link).first)

    def enters(self, words: str) -> Seat:
        """Press a button or follow a link without a mouse: Tab to it, then Enter."""
        reaches(self.page, words)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self.looks()

    def answers(self, **given: Any) -> Seat:
        """Fill fields by their names: words, a choice by its value or words, several, a day."""
        for name, answer in given.items():
            self._answers(name, answer)
        return self

    def sends(self, button: str, **given: Any) -> Seat:
        """Fill a form and press its button."""
        return self.answers(**given).presses(button)

    def is_told(self, words: str) -> Seat:
        """The page says so."""
        is_told(self.page, words)
        return self

    def waits_for(self, words: str, *, seconds: int) -> Seat:
        """The page says so by itself, before long; then it is looked at."""
        self.page.get_by_text(words).first.wait_for(timeout=seconds * 1000)
        return self.looks()

    def has_no(self, words: str) -> Seat:
        """Nothing to press with these words."""
        for role in ("button", "link"):
            assert self.page.get_by_role(role, name=words, exact=True).count() == 0, words
        return self

    def looks(self) -> Seat:
        """Look at the page as it is now, unless one with the same bones was looked at."""
        self.page.wait_for_load_state()
        if self.look is None:
            return self
        bones = (self.page.viewport_size["width"], skeleton(self.page))
        if bones not in self.seen:
            self.look(self.page)
            self.seen.add(bones)
        return self

    def is_refused(self, address: str, why: str, **fields: str) -> Seat:
        """A form that no page showed them, sent by somebody who knows its address."""
        token = {one["name"]: one["value"] for one in self.page.context.cookies()}["csrf"]
        form = {"csrfmiddlewaretoken": token, **fields}
        told = self.page.request.post(HOME + address, form=form).text()
        assert html.escape(why) in told, f"{address} did not say: {why}"
        return self

    def hurried(self) -> Seat:
        """The same browser, for doing again what was looked at when it was done first."""
        return Seat(self.page, look=None)

    def goes(self, what: Any) -> Seat:
        """Click what leads to another page, and look at that."""
        with self.page.expect_navigation():
            what.click()
        return self.looks()

    def _answers(self, name: str, answer: Any) -> None:
        field = self.page.locator(f'main [name="{name}"]')
        if isinstance(answer, date):
            for part in ("day", "month", "year"):
                box = self.page.locator(f'main [name="{name}-{part}"]')
                box.fill(str(getattr(answer, part)))
        elif isinstance(answer, tuple):
            for one in answer:
                self.page.locator(f'main [name="{name}"][value="{one}"]').check()
        elif isinstance(answer, dict):
            field.set_input_files(answer)
        elif field.first.evaluate("node => node.tagName") == "SELECT":
            field.select_option(label=answer)
        elif field.first.get_attribute("type") == "radio":
            self.page.locator(f'main [name="{name}"][value="{answer}"]').check()
        else:
            field.first.fill(str(answer))


def _named(words: str) -> re.Pattern[str]:
    """These words and nothing more; before " …", how they begin. A slash ends Playwright's own."""
    begun = re.escape(words.removesuffix(" …")).replace("/", r"\/")
    return re.compile(f"^{begun}" if words.endswith(" …") else f"^{begun}$")
