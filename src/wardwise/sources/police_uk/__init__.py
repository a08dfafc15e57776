"""data.police.uk archives: street crime, outcomes, stop and search."""

from wardwise.sources.police_uk.read import count_police_uk, read_police_uk


__all__ = ["count_police_uk", "read_police_uk"]
