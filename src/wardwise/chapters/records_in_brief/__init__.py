"""What every chapter of a paper on records found, in a sentence or two each."""

from wardwise.chapters.records_in_brief.write import in_brief


__all__ = ["in_brief"]
