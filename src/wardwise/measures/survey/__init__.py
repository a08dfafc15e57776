"""Surveys: weights that make replies look like residents, and what can be said with them."""

from __future__ import annotations


HOMES = {
    "effective_replies": "effective_replies",
    "group_heard": "group_heard",
    "preferences": "preferences",
    "question_order": "question_shares",
    "question_shares": "question_shares",
    "raked_weights": "raked_weights",
    "weighted_share_percent": "weighted_share",
}
"""Public measure → the file of this folder that holds it."""
