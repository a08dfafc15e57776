"""The sections of this paper that an answer points to, by their anchors."""

from __future__ import annotations

from wardwise.chapters.statutory_coverage.findings import Place


LEVELS = Place("levels and patterns", "levels")
CHANGES = Place("what changed", "levels-changes")
BREAKS = Place("where the series breaks", "evidence-breaks")
TRUST = Place("the evidence and how far to trust it", "evidence-and-trust")
THREATS = Place("threat assessment", "threats")
PLACES = Place("places", "places")
PROFILES = Place("profiles of the proposed priorities", "profiles")
NOT_KNOWN = Place("what is not known", "threats-not-known")
SUBSTANCES = Place("drugs and alcohol", "substance-misuse")
REOFFENDING = Place("reoffending", "reoffending")
LAST_PLAN = Place("how far last year's plan was carried out", "last-plan")
SERVICES = Place("what health and fire services see", "other-services")
