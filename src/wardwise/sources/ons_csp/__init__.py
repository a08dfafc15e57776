"""Official counts, rates and changes by community safety partnership, as ONS publishes them."""

from wardwise.sources.ons_csp.read import read_ons_csp


__all__ = ["read_ons_csp"]
