"""Daily temperatures that the partnership gives, from a documented CSV."""

from wardwise.sources.weather.read import find_temperatures, read_temperatures


__all__ = ["find_temperatures", "read_temperatures"]
