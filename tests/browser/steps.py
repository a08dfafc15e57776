"""Steps that the stories share: what somebody does on any page, in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.web.site import Site


HOME = "/p/exampleshire/"
SEATED = """
from wardwise_web.people.models import Partnership, Person
from wardwise_web.people.selectors import actor_of
partnership = Partnership.objects.get(slug="exampleshire")
def person(who): return Person.objects.get(email=f"{who}@exampleshire.example")
def actor(who): return actor_of(person(who), partnership)
"""


def given_by_services(site: Site, code: str) -> str:
    """What was there before the story begins, made by services in the installation itself."""
    return site.installation.python(SEATED + code).strip()


def follows(page: Any, what: Any) -> None:
    """Click what leads to another page, and wait for that.

    A click is over before the next page is there, and what only counts or lists would be read
    from the page before.
    """
    with page.expect_navigation():
        what.click()


def goes_to(page: Any, *links: str) -> None:
    """Follow links by their words, one after the other."""
    for words in links:
        follows(page, page.get_by_role("link", name=words, exact=True).first)


def presses(page: Any, words: str) -> None:
    """Press a button, or what looks like one."""
    button = page.get_by_role("button", name=words, exact=True)
    link = page.get_by_role("link", name=words, exact=True)
    follows(page, button.or_(link).first)


def sends(page: Any) -> None:
    """Press the button of the page's own form."""
    follows(page, page.locator("main form button").first)


def writes(page: Any, **answers: str) -> None:
    """Fill fields of a form by their names."""
    for name, text in answers.items():
        page.locator(f'[name="{name}"]').first.fill(text)


def picks_day(page: Any, name: str, day: date) -> None:
    """A day in its three boxes."""
    for part, number in zip(("day", "month", "year"), (day.day, day.month, day.year), strict=True):
        page.get_by_role("group", name=name).get_by_label(part.capitalize()).fill(str(number))


def is_told(page: Any, words: str) -> None:
    """The page says so."""
    page.get_by_text(words).first.wait_for()


def is_not_found(page: Any, address: str) -> None:
    """Whoever may not know of a page gets the same answer as for one that is not there."""
    answer = page.goto(address)
    assert answer.status == 404, f"{address}: {answer.status}"
    is_told(page, "Page not found")


def reaches(page: Any, described: str, *, most: int = 80) -> None:
    """Press Tab until the focus is on what carries these words."""
    for _ in range(most):
        page.keyboard.press("Tab")
        words = page.evaluate(
            "() => { const at = document.activeElement;"
            " return (at.labels?.[0]?.innerText || at.innerText || at.value || '').trim() }"
        )
        if words.startswith(described):
            return
    raise AssertionError(f"The keyboard does not reach '{described}' on {page.url}")
