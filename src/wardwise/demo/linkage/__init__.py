"""Exampleshire's people as two files that know nobody by the same number, with the truth."""

from wardwise.demo.linkage.people import File, exampleshire, two_files


__all__ = ["File", "exampleshire", "two_files"]
