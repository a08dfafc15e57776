"""Downloads open data where there is a network. The only room that uses one."""

from wardwise.sources.fetch.fetch import EVERYTHING, fetch


__all__ = ["EVERYTHING", "fetch"]
