"""Every page that a link leads to, for somebody in each role, at two widths."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest


pytestmark = [pytest.mark.slow, pytest.mark.browser]
PEOPLE = (
    "analyst",
    "manager",
    "police",
    "owner",
    "assurer",
    "board",
    "scrutiny",
    "auditor",
    "administrator",
)
MOST = 120  # pages a person; a list of hundreds of figures is not opened figure by figure


def shape(address: str) -> str:
    """The address without its numbers: two figures' pages are one shape of page."""
    parts = urlsplit(address).path.split("/")
    return "/".join("·" if any(mark.isdigit() for mark in part) else part for part in parts)


@pytest.mark.parametrize("who", PEOPLE)
def test_every_page_opens_and_is_accessible(sit_down, is_accessible, site, who):
    page = sit_down(who)
    waiting, seen = ["/p/exampleshire/"], set()
    while waiting and len(seen) < MOST:
        address = waiting.pop(0)
        if shape(address) in seen:
            continue
        seen.add(shape(address))
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, f"{who} at {address}: {answer.status}"
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            is_accessible(page)
        waiting += links_of(page, site.address)
    assert len(seen) > 3


def links_of(page, start):
    """Addresses of this site that the page leads to, and that are pages."""
    found = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    return [
        one.removeprefix(start)
        for one in found
        if one.startswith(start)
        and "form=" not in one
        and "/download" not in one
        and "/static/" not in one
    ]
