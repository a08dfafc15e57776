"""Where do people worry more, or less, than recorded crime would lead one to expect?"""

from wardwise.chapters.worry_and_crime.analyse import analyse
from wardwise.chapters.worry_and_crime.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="worry_and_crime",
    title="Where worry and crime part",
    question="Where do people worry more, or less, than recorded crime would lead one to expect?",
    needs=(),
    analyse=analyse,
    write=write,
    is_told=lambda found: found.is_told,
)
