"""The door for checking: each statistic on any file of events, to hold against another tool.

A door is one file of ``statistics`` with a ``DOOR``; nothing heavy is imported before it runs.
"""
