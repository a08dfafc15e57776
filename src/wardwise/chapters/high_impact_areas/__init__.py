"""Which few areas hold how much of the crime, and of whose harm?"""

from wardwise.chapters.high_impact_areas.analyse import analyse
from wardwise.chapters.high_impact_areas.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="high_impact_areas",
    title="High-impact areas",
    question="Which few areas hold how much of the crime, and of whose harm?",
    needs=(),
    analyse=analyse,
    write=write,
)
