"""Every page that a link leads to, for somebody in each role, at two widths."""

from __future__ import annotations

import pytest

from tests.browser.walk import every_page, skeleton


pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.crawl]
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


@pytest.fixture(scope="module")
def known_bones() -> set[tuple[int, str]]:
    """Pages that axe has passed already, for whoever looked first."""
    return set()


@pytest.mark.parametrize("who", PEOPLE)
def test_every_page_opens_and_is_accessible(
    sit_down, is_accessible, stays_in_its_width, site, who, known_bones
):
    page = sit_down(who)
    seen = 0
    for address, answer in every_page(page, site.address):
        assert answer is not None
        assert answer.status == 200, f"{who} at {address}: {answer.status}"
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            stays_in_its_width(page)
            bones = (width, skeleton(page))
            if bones not in known_bones:
                is_accessible(page)
                known_bones.add(bones)
        seen += 1
    assert seen > 3
