"""What this room keeps."""

from __future__ import annotations

from wardwise_web.performance.models.definition import Break, Definition
from wardwise_web.performance.models.pack import Pack
from wardwise_web.performance.models.reading import Commentary, Corrective, Reading
from wardwise_web.performance.models.target import Target


__all__ = ["Break", "Commentary", "Corrective", "Definition", "Pack", "Reading", "Target"]
