"""What the partners of Exampleshire send: awkward files, made from a model of people and times."""

from wardwise.demo.partners.supply import (
    SECRET_FILE,
    partner_file_settings,
    partner_settings_text,
    secret_text,
)
from wardwise.demo.partners.write import write_partners


__all__ = [
    "SECRET_FILE",
    "partner_file_settings",
    "partner_settings_text",
    "secret_text",
    "write_partners",
]
