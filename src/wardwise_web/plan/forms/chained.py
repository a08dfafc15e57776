"""A form whose links are checked by the same rules as the service's."""

from __future__ import annotations

from django import forms


class Chained(forms.Form):
    """A form whose links are checked by the same rules as the service's."""

    def faults(self) -> dict[str, str]:
        raise NotImplementedError

    def clean(self):
        if not self.errors:
            for field, sentence in self.faults().items():
                self.add_error(field if field in self.fields else None, sentence)
        return self.cleaned_data

    def add_faults(self, faults: dict[str, str]) -> None:
        """What the service refused."""
        for field, sentence in faults.items():
            self.add_error(field if field in self.fields else None, sentence)
