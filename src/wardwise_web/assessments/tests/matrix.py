"""Objects of this room on which its addresses are tried, role by role."""

from __future__ import annotations

from functools import partial

from django.db import transaction

from tests.web.routes import Sample
from wardwise.document.pictures import Picture
from wardwise_web.assessments.documents import blocks_of, section_of
from wardwise_web.assessments.findings import findings_of
from wardwise_web.assessments.models import Chapter, Comment, FrozenPaper, Paper, Release
from wardwise_web.assessments.services.comments import workings_of
from wardwise_web.assessments.states import Change, PaperState
from wardwise_web.core.permissions.thing import Kind, Thing, Verb


WORKINGS = ("chapter_changes", "chapter_comments")
OF_A_CHAPTER = (
    "chapter",
    "chapter_numbers",
    "words_new",
    "chapter_writers",
)
OF_A_PAPER = ("paper", "paper_correct", "committee_report", "committee_edit")


def samples(play):
    """Chapters and this year's paper in every state, last year's published paper, the years."""
    found = _of_chapters(play) | _of_papers(play) | _of_builds(play) | of_years(play)
    for state in PaperState:
        # of what is published the public has pages of its own
        if state not in (PaperState.DRAFTING, PaperState.PUBLISHED):
            for name, sample in _while(play, state):
                found[name] = [*found[name], sample]
    return found


def _while(play, state):
    """The chapter with own words and comments, and its paper, while the paper stands so."""
    comment = Comment.objects.filter(chapter__cycle__partnership=play.partnership).last()
    paper = comment.chapter.cycle.papers.get()
    put = partial(Paper.objects.filter(pk=paper.pk).update, state=state)
    with transaction.atomic():
        put()
        chapter = Chapter.objects.get(pk=comment.chapter_id)
        of_chapter, paper = chapter.as_thing(), Paper.objects.get(pk=paper.pk)
        transaction.set_rollback(True)
    where = {"section": comment.section, "block": comment.block}
    number, passage = {"chapter": chapter.pk}, {"passage": chapter.passages.first().pk}
    for name in ("chapter", "words_new", "chapter_writers"):
        yield name, Sample(of_chapter, number, put=put)
    workings = workings_of(chapter.cycle)
    for name in WORKINGS:
        yield name, Sample(workings, number, put=put)
    yield "words_versions", Sample(workings, passage, put=put)
    yield "words_edit", Sample(of_chapter, passage, put=put)
    for name in ("comment_new", "paragraph_marking"):
        yield name, Sample(of_chapter, number, query=where, put=put)
    vote = Thing(Kind.VOTE, play.partnership.pk, state=state)
    yield "paper", Sample(paper.as_thing(), {"paper": paper.pk}, put=put)
    yield "paper_vote", Sample(vote, {"paper": paper.pk}, put=put)


def _of_chapters(play):
    place = play.partnership
    cycles = list(place.cycles.all())
    # of what is published the public has pages of its own
    drafted = Chapter.objects.filter(cycle__partnership=place).exclude(
        cycle__papers__state=PaperState.PUBLISHED
    )
    chapters = {one.standing: one for one in drafted}
    found = {
        name: [Sample(one.as_thing(), {"chapter": one.pk}) for one in chapters.values()]
        for name in OF_A_CHAPTER
    } | {
        name: [Sample(workings_of(one.cycle), {"chapter": one.pk}) for one in chapters.values()]
        for name in WORKINGS
    }
    comment = Comment.objects.filter(chapter__cycle__partnership=place).last()
    written = comment.chapter
    passage = written.passages.first()
    chapter, where = written.as_thing(), {"section": comment.section, "block": comment.block}
    of_link = Thing(Kind.REVIEW_LINK, place.pk)
    link = written.links.first()
    change = written.marking_changes.first()
    return (
        found
        | {
            "drafting": [Sample(cycles[0].as_thing())],
            "drafting_of_year": [Sample(one.as_thing(), {"cycle": one.pk}) for one in cycles],
            "chapter_move": [Sample(chapter, {"chapter": written.pk, "to": "in-assurance"})],
            "comment_new": [Sample(chapter, {"chapter": written.pk}, query=where)],
            "paragraph_marking": [Sample(chapter, {"chapter": written.pk}, query=where)],
            "comment_respond": [Sample(chapter, {"comment": comment.pk})],
            "marking_decide": [Sample(chapter, {"chapter": written.pk, "change": change.pk})],
            "change_review": [
                Sample(chapter, {"chapter": written.pk, "change": _changed(written).pk})
            ],
            "chapter_picture": [
                Sample(chapter, {"chapter": written.pk, "name": _picture(written)})
            ],
            "chapter_links": [Sample(of_link, {"chapter": written.pk})],
            "link_revoke": [Sample(link.as_thing(), {"chapter": written.pk, "link": link.pk})],
        }
        | {
            name: [Sample(chapter, {"passage": passage.pk}, query={"text": "140"})]
            for name in ("words_edit", "words_place", "number_back")
        }
        | {"words_versions": [Sample(workings_of(written.cycle), {"passage": passage.pk})]}
    )


def _changed(chapter):
    """A sentence that a build changed; the demo has one build of this year."""
    build = chapter.cycle.build
    return chapter.changes.create(
        build=build, before_build=build, section=chapter.anchor, block="x", kind=Change.CHANGED
    )


def _picture(chapter):
    """The name of one of its pictures."""
    section = section_of(chapter.cycle.build.folder, chapter.anchor)
    return next(block.name for _, _, block in blocks_of(section) if isinstance(block, Picture))


def _of_papers(play):
    papers = list(Paper.objects.filter(cycle__partnership=play.partnership))
    held = {
        name: [Sample(one.as_thing(), {"paper": one.pk}) for one in papers] for name in OF_A_PAPER
    }
    first = papers[0]
    frozen = FrozenPaper.objects.filter(paper__in=papers).first()
    release = Release.objects.filter(frozen=frozen).first()
    thing = frozen.as_thing()
    return held | {
        "approval": [Sample(first.as_thing())],
        "paper_move": [
            Sample(one.as_thing(), {"paper": one.pk, "to": "circulated"}) for one in papers
        ],
        "paper_vote": [
            Sample(Thing(Kind.VOTE, play.partnership.pk), {"paper": one.pk}) for one in papers
        ],
        "committee_file": [Sample(first.as_thing(), {"paper": first.pk, "form": "html"})],
        "appendix": [Sample(first.as_thing(), {"paper": first.pk, "letter": "B"})],
        "frozen": [Sample(thing, {"frozen": frozen.pk})],
        "frozen_file": [Sample(thing, {"frozen": frozen.pk, "name": "summary.pdf"})],
        "frozen_again": [Sample(thing, {"frozen": frozen.pk})],
        "publish_ask": [Sample(thing, {"frozen": frozen.pk})],
        "publish_confirm": [Sample(thing, {"release": release.pk})],
    }


def _of_builds(play):
    """The build and a figure of it."""
    build = play.partnership.builds.first()
    thing, number = build.as_thing(), {"build_id": build.pk}
    figure = next(iter(findings_of(build.folder).figures))
    return {
        "figures": [Sample(thing, number)],
        "figure": [Sample(thing, {**number, "figure_id": figure})],
        "build_compare": [Sample(thing, number)],
        "build_map": [Sample(thing, number)],
        "map_layer": [Sample(thing, {**number, "layer": "ward"})],
    }


def of_years(play):
    cycle = play.partnership.cycles.first()
    new, thing, year = (
        Thing(Kind.CYCLE, play.partnership.pk),
        cycle.as_thing(),
        {"cycle_id": cycle.pk},
    )
    on_it = {
        name: [Sample(thing, year)]
        for name in (
            "cycle",
            "keep_template",
            "terms",
            "edit_terms",
            "strategy_group",
            "add_seat",
            "timetable",
            "new_milestone",
            "checklist",
        )
    }
    day = {**year, "milestone_id": cycle.milestones.filter(done_on__isnull=True)[0].pk}
    nobody = {**year, "milestone_id": cycle.milestones.create(
        what="Nobody's", due_on=cycle.ends_on, first_due_on=cycle.ends_on
    ).pk}  # fmt: skip
    return on_it | {
        "cycles": [Sample(new)],
        "begin_cycle": [Sample(new)],
        "cycle_templates": [Sample(new)],
        "begin_several": [
            Sample(new, {"template_id": play.partnership.cycle_templates.first().pk})
        ],
        "move_cycle": [Sample(thing, {**year, "to": "complete"})],
        "take_build": [Sample(thing, {**year, "build_id": play.partnership.builds.first().pk})],
        "leave_seat": [Sample(thing, {**year, "seat_id": cycle.seats.first().pk})],
        "shift_milestone": [Sample(thing, day)],
        # whoever has a day may say that it is done; of one that nobody has, who writes the terms
        "done_milestone": [Sample(thing, nobody, verb=Verb.WRITE)],
        "answer_item": [Sample(thing, {**year, "item_id": cycle.checklist.first().pk})],
    }
