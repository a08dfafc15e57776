"""A paper as one HTML file that needs no network and works with scripts off."""

from __future__ import annotations

from wardwise.render.html.page import write_html


__all__ = ["write_html"]
