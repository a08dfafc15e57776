"""A file for each statistic that can be run on a file of events."""
