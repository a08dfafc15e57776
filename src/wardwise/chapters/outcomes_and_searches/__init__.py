"""What became of recorded offences, and who was stopped and searched?"""

from wardwise.chapters.outcomes_and_searches.analyse import analyse
from wardwise.chapters.outcomes_and_searches.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="outcomes_and_searches",
    title="Outcomes, and stop and search",
    question="What became of recorded offences, and who was stopped and searched?",
    needs=(),
    analyse=analyse,
    write=write,
)
