"""Who lives here, beside the areas that the partnership is compared with."""

from wardwise.chapters.area_and_people.analyse import analyse
from wardwise.chapters.area_and_people.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="area_and_people",
    title="The area and its people",
    question="Who lives here, and which areas are like it?",
    needs=(),
    analyse=analyse,
    write=write,
)
