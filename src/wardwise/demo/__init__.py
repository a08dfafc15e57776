"""Exampleshire: a made-up partnership, its data, and the truths planted in them."""

from wardwise.demo.make import make_data
from wardwise.demo.settings import SEED, settings_text
from wardwise.demo.truths import DEFAULT, Size, Truths


__all__ = ["DEFAULT", "SEED", "Size", "Truths", "make_data", "settings_text"]
