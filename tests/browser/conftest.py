"""A real browser at a real server, with Exampleshire at the table."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.steps import reaches
from tests.browser.table import Table
from tests.web.installation import Installation
from tests.web.site import Site, served


AXE = Path("src/wardwise_web/assets/node_modules/axe-core/axe.min.js")
ROOT = Path(__file__).resolve().parents[2]
WIDTHS = {"desktop": 1280, "phone": 390}


@pytest.fixture(scope="session")
def empty_table(tmp_path_factory: Any) -> Path:
    """The home of an installation with its tables and nobody in them: to be copied."""
    installation = Installation(tmp_path_factory.mktemp("empty"))
    installation.command("migrate", "-v", "0")
    return installation.home


@pytest.fixture(scope="session")
def laid_table(request: pytest.FixtureRequest, tmp_path_factory: Any) -> Path:
    """The home of an installation with Exampleshire in it, as it was before anybody came.

    ``WARDWISE_DEMO_HOME`` may name one that is laid already: it saves whoever tries a story often
    the minute that laying takes.
    """
    if ready := os.environ.get("WARDWISE_DEMO_HOME"):
        return Path(ready)
    run, empty = request.getfixturevalue("demo_run"), request.getfixturevalue("empty_table")
    home = shutil.copytree(empty, tmp_path_factory.mktemp("table") / "home")
    Installation(home, demo_run=str(run)).command("load_demo")
    return Path(home)


@pytest.fixture(scope="module")
def site(laid_table: Path, tmp_path_factory: Any) -> Iterator[Site]:
    """Exampleshire, served: each file of stories has a table of its own, freshly laid."""
    home = tmp_path_factory.mktemp("served") / "home"
    shutil.copytree(laid_table, home)
    with served(Installation(home)) as open_site:
        yield open_site


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for the session; the test is skipped, and says so, where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("chromium is not here (make test installs it where it may)")
    from playwright.sync_api import sync_playwright

    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
    # Playwright keeps a loop going in this thread, and Django would answer no test that comes after
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(executable_path=found, args=quiet)
        yield browser
        browser.close()


@pytest.fixture
def sit_down(site: Site, chromium: Any) -> Iterator[Callable[..., Any]]:
    """Somebody of the demo signs in: at a desk or a telephone, with scripts or mouse or without."""
    contexts = []

    def seated(
        who: str, *, width: str = "desktop", scripts: bool = True, mouse: bool = True
    ) -> Any:
        context = chromium.new_context(
            base_url=site.address,
            viewport={"width": WIDTHS[width], "height": 900},
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto("/sign-in/login/")
        signs_in = with_a_mouse if mouse else by_keyboard
        signs_in(page, f"{who}@exampleshire.example", site.password)
        page.wait_for_url("**/p/exampleshire/")
        return page

    yield seated
    for context in contexts:
        context.close()


@pytest.fixture
def table(site: Site, chromium: Any, is_accessible: Callable[[Any], None]) -> Iterator[Table]:
    """The same people as the year's steps know them; every page that opens is looked at."""
    laid = Table(site=site, browser=chromium, look=is_accessible)
    yield laid
    laid.is_left()


def with_a_mouse(page: Any, login: str, password: str) -> None:
    """Click into the boxes and on the button."""
    page.fill("#id_login", login)
    page.fill("#id_password", password)
    page.get_by_role("button", name="Sign in").click()


def by_keyboard(page: Any, login: str, password: str) -> None:
    """Tab to each box, type, Tab to the button, Enter; nothing is clicked."""
    for label, words in (("Email", login), ("Password", password)):
        reaches(page, label)
        page.keyboard.type(words)
    reaches(page, "Sign in")
    page.keyboard.press("Enter")


@pytest.fixture(scope="session")
def is_accessible(stays_in_its_width: Callable[[Any], None]) -> Callable[[Any], None]:
    """Axe finds nothing, the page does not scroll sideways, and its title says what it is."""
    script = (ROOT / AXE).read_text("utf-8")

    def checked(page: Any) -> None:
        page.evaluate(script)
        found = page.evaluate("() => axe.run()")["violations"]
        told = [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]
        assert told == [], page.url
        stays_in_its_width(page)
        assert page.title().endswith("– Wardwise"), page.url

    return checked


@pytest.fixture(scope="session")
def stays_in_its_width() -> Callable[[Any], None]:
    """The page does not scroll sideways, however narrow the screen."""

    def checked(page: Any) -> None:
        wider = page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wider <= 0, f"{page.url} scrolls sideways by {wider} pixels"

    return checked
