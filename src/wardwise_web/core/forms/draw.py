"""From a bound field to the design system's component: parameters and the macro's name."""

from __future__ import annotations

from typing import Any

from django.forms import BoundField, Form

from wardwise_web.core.forms.date_widget import PARTS


MACROS = {
    "input": ("input", "govukInput"),
    "textarea": ("textarea", "govukTextarea"),
    "radios": ("radios", "govukRadios"),
    "select": ("select", "govukSelect"),
    "checkboxes": ("checkboxes", "govukCheckboxes"),
    "date": ("date-input", "govukDateInput"),
    "file": ("file-upload", "govukFileUpload"),
    "password": ("password-input", "govukPasswordInput"),
}
GROUPED = ("radios", "checkboxes", "date")


def component_of(bound: BoundField) -> str:
    """The field's own component, or the one for what a library's field is."""
    named = getattr(bound.field, "component", None)
    if named:
        return str(named)
    by_widget = {
        "Textarea": "textarea",
        "PasswordInput": "password",
        "Select": "select",
        "RadioSelect": "radios",
        "FileInput": "file",
    }
    return by_widget.get(type(bound.field.widget).__name__, "input")


def parameters(bound: BoundField) -> dict[str, Any]:
    """What the macro is called with."""
    component = component_of(bound)
    label = {"text": str(bound.label), "classes": "govuk-label--s"}
    found: dict[str, Any] = {"id": bound.id_for_label or bound.auto_id, "name": bound.html_name}
    if component in GROUPED:
        legend = {"text": str(bound.label), "classes": "govuk-fieldset__legend--s"}
        found |= {"idPrefix": found["id"], "fieldset": {"legend": legend}}
    else:
        found["label"] = label
    if bound.help_text:
        found["hint"] = {"text": str(bound.help_text)}
    if bound.errors:
        found["errorMessage"] = {"text": str(bound.errors[0])}
    return found | _own(bound, component)


def _own(bound: BoundField, component: str) -> dict[str, Any]:
    value = bound.value()
    if component == "date":
        typed = list(value or ["", "", ""])
        return {
            "namePrefix": bound.html_name,
            "items": [
                {
                    "name": part,
                    "value": typed[n],
                    "classes": f"govuk-input--width-{4 if part == 'year' else 2}"
                    + (" govuk-input--error" if bound.errors else ""),
                }
                for n, part in enumerate(PARTS)
            ],
        }
    if component in ("radios", "checkboxes", "select"):
        classes = getattr(bound.field, "classes", "")
        return {"items": _choices(bound, component, value), "classes": classes}
    if component == "textarea":
        return {"value": value or "", "rows": getattr(bound.field, "rows", 5)}
    if component == "input":
        return _of_input(bound, value)
    return {}


def _of_input(bound: BoundField, value: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"value": "" if value is None else str(value)}
    found["classes"] = getattr(bound.field, "classes", "")
    for name in ("inputmode", "autocomplete", "spellcheck"):
        given = getattr(bound.field, name, None) or bound.field.widget.attrs.get(name)
        if given is not None:
            found[name] = given
    kind = getattr(bound.field.widget, "input_type", "text")
    return found | {"type": kind if kind in ("email", "tel", "url") else "text"}


def _choices(bound: BoundField, component: str, value: Any) -> list[dict[str, Any]]:
    chosen = {str(one) for one in value} if isinstance(value, list | tuple) else {str(value)}
    mark = "selected" if component == "select" else "checked"
    hints = getattr(bound.field, "hints", {})
    return [
        {"value": str(key), "text": str(text), mark: str(key) in chosen}
        | ({"hint": {"text": hints[str(key)]}} if str(key) in hints else {})
        for key, text in getattr(bound.field, "choices", ())
    ]


def summary_of(form: Form) -> list[dict[str, str]]:
    """The faults of a form, each a link to its field; those of the whole form without one."""
    found = [{"text": str(fault)} for fault in form.non_field_errors()]
    for bound in form:
        for fault in bound.errors:
            first = f"{bound.auto_id}-day" if component_of(bound) == "date" else bound.auto_id
            found.append({"text": str(fault), "href": f"#{first}"})
    return found
