"""What does a busy head of service have to know, on one page?"""

from wardwise.chapters.executive_summary.write import executive_summary


__all__ = ["executive_summary"]
