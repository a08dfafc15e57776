"""The templates' language, with the design system's components and our own few words."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib.messages import get_messages
from django.forms import BoundField
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader
from markupsafe import Markup

from wardwise.domain.period import Period
from wardwise_web.core.forms.draw import MACROS, component_of, parameters, summary_of


LIBRARY = "govuk_frontend_jinja"


def environment(**options: Any) -> Environment:
    """Jinja as Django asks for it, with the library's macros under their own prefix."""
    ours = options.pop("loader")
    library = PrefixLoader({LIBRARY: PackageLoader(LIBRARY)})
    made = Environment(loader=ChoiceLoader([ours, library]), **options)
    made.globals |= {
        "static": static,
        "url": _url,
        "field": lambda bound: _field(made, bound),
        "summary_of": summary_of,
        "get_messages": get_messages,
    }
    made.filters |= {"day": day, "moment": moment, "months": months}
    return made


def _url(name: str, *arguments: Any, **named: Any) -> str:
    return reverse(name, args=arguments or None, kwargs=named or None)


def _field(made: Environment, bound: BoundField) -> Markup:
    if bound.is_hidden:
        return Markup(bound.as_widget())
    folder, macro = MACROS[component_of(bound)]
    module = made.get_template(f"{LIBRARY}/components/{folder}/macro.html").module
    return Markup(getattr(module, macro)(parameters(bound)))


def day(value: datetime.date | None) -> str:
    """A day as the product writes it: 3 March 2026.

    >>> day(datetime.date(2026, 3, 3))
    '3 March 2026'
    """
    return f"{value.day} {value:%B %Y}" if value else ""


def moment(value: datetime.datetime | None) -> str:
    """A moment by the clock of the United Kingdom: 3 March 2026, 14:05."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    return f"{day(local)}, {local:%H:%M}"


def months(value: str) -> str:
    """A period in words: first and last month with a stroke between, as findings.json has it.

    >>> months("2024-10/2025-09")
    'October 2024 to September 2025'
    """
    first, _, last = value.partition("/")
    return Period.parse(first, last or first).label
