"""Layers for geographic information systems."""

from __future__ import annotations

from wardwise.render.gis.geopackage import write_geopackage


__all__ = ["write_geopackage"]
