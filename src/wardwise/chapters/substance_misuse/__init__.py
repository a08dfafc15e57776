"""How many people are tested and treated, and how much crime has drink or drugs in it?"""

from wardwise.chapters.substance_misuse.analyse import analyse
from wardwise.chapters.substance_misuse.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="substance_misuse",
    title="Drugs and alcohol",
    question="How many people are tested and treated, and how much crime has drink or drugs in it?",
    needs=(),
    analyse=analyse,
    write=write,
    is_told=lambda found: found.is_told,
)
