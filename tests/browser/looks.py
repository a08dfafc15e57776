"""What is looked for on a page, whatever it is about."""

from __future__ import annotations

from typing import Any

from tests.browser.conftest import AXE, ROOT, WIDTHS
from tests.browser.doors import Door


FOUND_BY_AXE = """() => axe.run(document, {resultTypes: ['violations']}).then(found =>
    found.violations.map(one => [one.id, one.nodes.map(node => node.html.slice(0, 200))]))"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# tables with one row of headings and none to press: on a telephone each row stands under them
CUT_OFF = """() => [...document.querySelectorAll('.ww-scroll')].filter(region => {
    const head = region.querySelector(':scope > table')?.tHead;
    return region.scrollWidth > region.clientWidth + 1 && head?.rows.length === 1
        && head.rows[0].cells.length <= 12 && !head.querySelector('button, a');
}).map(region => region.getAttribute('aria-label'))"""
# a page is told of its new width when it is next drawn, and answers before it is drawn again
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
LISTS = """links => [...new Set(links.map(link => link.href))]"""


def opens(page: Any, door: Door) -> bool:
    """Open the page; False where it is none: a file, or a part that a page draws again."""
    from playwright.sync_api import Error

    try:
        answer = page.goto(door.address)
    except Error as told:
        if "Download is starting" in str(told):
            return False
        raise
    assert answer.status == 200, f"{door}: {answer.status}"
    is_page = "text/html" in answer.headers.get("content-type", "")
    return is_page and answer.text().lstrip().lower().startswith("<!doctype html")


def look(page: Any, script: str) -> list[Any]:
    """All that is wrong with the page as it is open, at both widths."""
    wrong: list[Any] = []
    headings = page.locator("h1").all_inner_texts()
    if len(headings) != 1 or not headings[0].strip():
        wrong.append(("headings of the first rank", headings))
    if not page.title().endswith("– Wardwise") or page.title().startswith("–"):
        wrong.append(("title", page.title()))
    page.evaluate(script)
    if page.locator("#map").count():
        page.locator("#map[data-ready]").wait_for()  # drawn, and not an empty frame
    for name, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(DRAWN)
        if (wider := page.evaluate(WIDER)) > 0:
            wrong.append((f"scrolls sideways, {name}", wider))
        if name == "phone" and (cut := page.evaluate(CUT_OFF)):
            wrong.append(("columns out of sight", cut))
        wrong += [(*one, name) for one in page.evaluate(FOUND_BY_AXE)]
    return wrong


def lists_on(page: Any) -> list[str]:
    """Where the page's lists can be taken away from."""
    found: list[str] = page.eval_on_selector_all('a[href*="form=csv"]', LISTS)
    return found


def axe() -> str:
    """The script that looks."""
    return (ROOT / AXE).read_text("utf-8")
