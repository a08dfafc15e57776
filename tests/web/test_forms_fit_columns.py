"""What a form lets through fits the column that keeps it, on either database."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from django import forms
from django.apps import apps
from django.db import models

from wardwise_web.config.settings import OURS


LARGEST_INTEGER = 2_147_483_647  # of a column of whole numbers on PostgreSQL


def _modules(app: str) -> Iterator[object]:
    try:
        module = importlib.import_module(f"wardwise_web.{app}.forms")
    except ModuleNotFoundError:
        return
    yield module
    for found in pkgutil.iter_modules(getattr(module, "__path__", [])):
        yield importlib.import_module(f"{module.__name__}.{found.name}")


def _forms(app: str) -> set[type[forms.Form]]:
    return {
        one
        for module in _modules(app)
        for one in vars(module).values()
        if isinstance(one, type)
        and issubclass(one, forms.BaseForm)
        and f".{app}." in one.__module__
    }


def _cases() -> Iterator[tuple[str, str, forms.Field, list[models.Field]]]:
    """Each field of each form, with the columns of its app that bear its name."""
    for label in OURS:
        app = apps.get_app_config(label)
        for form in sorted(_forms(label), key=lambda one: one.__name__):
            for name, asked in form.base_fields.items():
                columns = [
                    column
                    for model in app.get_models()
                    for column in model._meta.get_fields()
                    if isinstance(column, models.Field) and column.name == name
                ]
                yield form.__name__, name, asked, columns


def test_words_are_no_longer_than_their_column() -> None:
    """SQLite keeps what PostgreSQL would refuse with a fault: the form has to refuse it."""
    too_long = [
        f"{form}.{name}: {room}"
        for form, name, asked, columns in _cases()
        if isinstance(asked, forms.CharField)
        and not isinstance(asked.widget, forms.Textarea)
        and (room := max((one.max_length or 0 for one in columns), default=0))
        and not any(isinstance(one, models.TextField) for one in columns)
        and (asked.max_length is None or asked.max_length > room)
    ]
    assert not too_long


def test_amounts_have_no_more_digits_than_their_column() -> None:
    """One cost of thirty digits is read back by nobody: every page that lists it would fail."""
    too_large = [
        f"{form}.{name}"
        for form, name, asked, columns in _cases()
        if isinstance(asked, forms.DecimalField)
        for column in columns
        if isinstance(column, models.DecimalField)
        and (
            (asked.max_digits or 99) > column.max_digits
            or (asked.decimal_places or 99) > column.decimal_places
        )
    ]
    assert not too_large


def test_whole_numbers_fit_a_column() -> None:
    """Beyond what a column of whole numbers holds, the form says so."""
    too_large = [
        f"{form}.{name}"
        for form, name, asked, _columns in _cases()
        if isinstance(asked, forms.IntegerField)
        and not isinstance(asked, forms.DecimalField)
        and not isinstance(asked.widget, forms.HiddenInput)
        and (asked.max_value is None or asked.max_value > LARGEST_INTEGER)
    ]
    assert not too_large
