"""How far was last year's plan carried out?"""

from wardwise.chapters.last_plan.analyse import analyse
from wardwise.chapters.last_plan.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="last_plan",
    title="How far last year's plan was carried out",
    question="How far was last year's plan carried out?",
    needs=(),
    analyse=analyse,
    write=write,
    is_told=lambda found: found.plan is not None,
)
