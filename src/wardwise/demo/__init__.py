"""Exampleshire: a made-up partnership, its data, and the truths planted in them."""

from wardwise.demo.initiatives import CARDS_LOCKED
from wardwise.demo.make import make_data
from wardwise.demo.partners.supply import SECRET_FILE, partner_file_settings, secret_text
from wardwise.demo.settings import SEED, settings_text
from wardwise.demo.truths import DEFAULT, Size, Truths


__all__ = [
    "CARDS_LOCKED",
    "DEFAULT",
    "SECRET_FILE",
    "SEED",
    "Size",
    "Truths",
    "make_data",
    "partner_file_settings",
    "secret_text",
    "settings_text",
]
