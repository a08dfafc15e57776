"""Recorded crime by police force, quarter and offence code, as the Home Office publishes it."""

from wardwise.sources.home_office.read import read_home_office


__all__ = ["read_home_office"]
