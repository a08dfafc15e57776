"""What do health and fire services see of violence and fires, beside what the police record?"""

from wardwise.chapters.other_services.analyse import analyse
from wardwise.chapters.other_services.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="other_services",
    title="What health and fire services see",
    question="What do health and fire services see of violence and fires?",
    needs=(),
    analyse=analyse,
    write=write,
    is_told=lambda found: found.is_told,
)
