"""Walk through the pages that links lead to, one of each shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Error


START = "/p/exampleshire/"
NO_PAGES = ("form=", "/download", "/static/", "/documents/", ".json", "/file/")
MOST = 150  # shapes of page a person; more means that links lead in circles


def shape(address: str) -> str:
    """The name of the address in the URL map, and what is asked of it: two figures are one."""
    parts = urlsplit(address)
    try:
        name = resolve(parts.path).view_name
    except Resolver404:
        name = parts.path
    asked = "&".join(sorted({name for name, _ in parse_qsl(parts.query)}))
    return name + (f"?{asked}" if asked else "")


def every_page(page: Any, site_address: str) -> Iterator[tuple[str, Any]]:
    """Open one page of every shape that can be reached; give its address and the answer."""
    waiting, seen = [START], set()
    while waiting and len(seen) < MOST:
        address = waiting.pop(0)
        if shape(address) in seen:
            continue
        seen.add(shape(address))
        try:
            answer = page.goto(address)
        except Error as error:
            if "Download is starting" in error.message:
                continue  # a file, and no page
            raise
        yield address, answer
        waiting += links_of(page, site_address)


def links_of(page: Any, start: str) -> list[str]:
    """Addresses of this site that the page leads to, and that are pages."""
    found = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    ours = [one.removeprefix(start).partition("#")[0] for one in found if one.startswith(start)]
    return [one for one in ours if not any(mark in one for mark in NO_PAGES)]


SKELETON = """() => [...document.querySelectorAll('body *')].map(node => [
    node.tagName,
    ...[...node.attributes]
        .filter(one => !/^(href|src|value|d|points|x|y|cx|cy|name|content|action)$/.test(one.name))
        .map(one => one.name + '=' + one.value.replace(/[0-9]+/g, '·')),
].join(' '))"""


def skeleton(page: Any) -> str:
    """The page's bones: tags, classes and roles without words and numbers.

    Axe says the same of two pages with the same bones, so it is asked once. A row is counted
    once, however many there are like it.
    """
    bones = page.evaluate(SKELETON)
    return re.sub(r"\s+", " ", "\n".join(dict.fromkeys(bones)))
