"""Lets a library's pages, written in Django's own language, look like all the others."""

from __future__ import annotations

from typing import Any

from django import template
from django.forms import BoundField, Form
from django.template import Context, Node, NodeList, engines
from django.template.base import Parser, Token
from django.utils.safestring import SafeString, mark_safe

from wardwise_web.core.forms.draw import summary_of


register = template.Library()


@register.simple_tag
def govuk_field(bound: BoundField) -> SafeString:
    """A field as the design system draws it."""
    drawn = engines["jinja2"].from_string("{{ field(bound) }}").render({"bound": bound})
    return mark_safe(drawn)


@register.simple_tag
def govuk_error_summary(form: Form) -> SafeString:
    """The faults of a form, above it."""
    if not form.errors:
        return mark_safe("")
    page = engines["jinja2"].get_template("core/error_summary.html")
    return mark_safe(page.render({"faults": summary_of(form)}))


class PageNode(Node):
    """The frame that every page has, round a title and a body."""

    child_nodelists = ("title", "body")

    def __init__(self, title: NodeList, body: NodeList) -> None:
        self.title, self.body = title, body

    def render(self, context: Context) -> SafeString:
        """The whole page."""
        request: Any = context.get("request")
        inside = {"title": self.title.render(context), "body": self.body.render(context)}
        page = engines["jinja2"].get_template("core/library_page.html")
        return mark_safe(page.render(inside, request))


@register.tag
def govuk_page(parser: Parser, _token: Token) -> PageNode:
    """``{% govuk_page %}title{% page_body %}body{% endgovuk_page %}``."""
    title = parser.parse(("page_body",))
    parser.delete_first_token()
    body = parser.parse(("endgovuk_page",))
    parser.delete_first_token()
    return PageNode(title, body)
