"""Threat scoring by a panel, and the priorities that are adopted."""
