"""Every page, on objects in every state, opened once by whoever may do the most there.

That everybody else is let in or kept out is the business of the matrix of rights
(``tests/web/test_permission_matrix.py``); here a page is looked at: at a desk and on a telephone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import pytest

from tests.browser.conftest import with_a_mouse
from tests.browser.doors import NOBODY, doors
from tests.browser.looks import axe, lists_on, look, opens
from tests.browser.walk import skeleton


pytestmark = [pytest.mark.slow, pytest.mark.browser]


@dataclass
class Seen:
    """What came of looking."""

    names: set[str] = field(default_factory=set)
    wrong: dict[str, Any] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)  # what a page's own scripts complained of
    lists: dict[str, str] = field(default_factory=dict)  # address → how the file begins


@pytest.fixture(scope="module")
def seen(site, chromium) -> Seen:
    """Every page opened, by one person after the other."""
    found, bones, script = Seen(), set(), axe()
    for who, theirs in groupby(doors(site.installation), key=lambda door: door.who):
        context = chromium.new_context(base_url=site.address)
        page = context.new_page()
        page.on("pageerror", lambda told: found.scripts.append(str(told)))
        page.on("console", lambda told: told.type == "error" and found.scripts.append(_at(told)))
        if who != NOBODY:
            page.goto("/sign-in/login/")
            with_a_mouse(page, f"{who}@exampleshire.example", site.password)
            page.wait_for_url("**/p/exampleshire/")
        for door in theirs:
            if not opens(page, door):
                continue
            found.names.add(door.name)
            if (shape := skeleton(page)) not in bones:
                bones.add(shape)
                if told := look(page, script):
                    found.wrong[f"{who} at {door.address}"] = told
            for address in set(lists_on(page)) - set(found.lists):
                answer = context.request.get(address)
                is_well = answer.status == 200
                found.lists[address] = answer.text()[:400] if is_well else f"{who}: {answer.status}"
        context.close()
    return found


def test_every_page_is_accessible_at_a_desk_and_on_a_telephone(seen):
    assert seen.wrong == {}
    assert len(seen.names) > 150


def test_no_script_complains(seen):
    # a browser asks for an icon beside a picture or a file, which name none
    assert [one for one in seen.scripts if not one.endswith("/favicon.ico")] == []


def test_every_list_leaves_with_its_marking_and_who_took_it(seen):
    assert len(seen.lists) > 20
    bare = {at: begins for at, begins in seen.lists.items() if "OFFICIAL" not in begins}
    assert bare == {}


def _at(told: Any) -> str:
    """What was complained of, and where."""
    return f"{told.text} {told.location.get('url', '')}"
