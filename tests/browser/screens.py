"""Write a picture of every shape of page, at a desk and on a telephone, to out/screens.

``make screens``; or ``python -m tests.browser.screens ADDRESS PASSWORD [ROLE …]`` against a site
that is served already. People look at the pictures; no test does.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import django
from playwright.sync_api import sync_playwright

from tests.browser.walk import every_page, shape
from tests.web.installation import Installation
from tests.web.site import served


TO = Path("out/screens")
WIDTHS = {"desktop": 1280, "phone": 390}
PEOPLE = ("analyst", "manager", "police", "owner", "board", "scrutiny", "auditor", "administrator")
TALLEST = 6000  # pixels; the rest of a list of hundreds looks like its beginning


def take(address: str, password: str, people: tuple[str, ...] = PEOPLE) -> None:
    """Sign in as each person and take every page that nobody before has been on."""
    TO.mkdir(parents=True, exist_ok=True)
    seen: set[str] = set()
    with sync_playwright() as playwright:
        found = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        for who in people:
            page = browser.new_context(base_url=address).new_page()
            _sign_in(page, who, password)
            for at, _ in every_page(page, address):
                if shape(at) not in seen or at == "/p/exampleshire/":
                    seen.add(shape(at))
                    _take(page, TO / f"{who}-{_named(at)}")
        browser.close()


def _sign_in(page: Any, who: str, password: str) -> None:
    page.goto("/sign-in/login/")
    page.fill("#id_login", f"{who}@exampleshire.example")
    page.fill("#id_password", password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/p/exampleshire/")


def _named(address: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", shape(address)).strip("-")


def _take(page: Any, start: Path) -> None:
    for width, pixels in WIDTHS.items():
        page.set_viewport_size({"width": pixels, "height": 900})
        tall = min(page.evaluate("() => document.documentElement.scrollHeight"), TALLEST)
        page.screenshot(
            path=f"{start}-{width}.png",
            clip={"x": 0, "y": 0, "width": pixels, "height": tall},
            full_page=True,
        )


def main() -> None:
    """Serve the demo if no address is told."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wardwise_web.config.settings")
    django.setup()
    if len(sys.argv) > 2:
        take(sys.argv[1], sys.argv[2], tuple(sys.argv[3:]) or PEOPLE)
        return
    with tempfile.TemporaryDirectory() as home:
        installation = Installation(Path(home))
        installation.command("migrate", "-v", "0")
        installation.command("load_demo")
        with served(installation) as site:
            take(site.address, site.password)


if __name__ == "__main__":
    main()
