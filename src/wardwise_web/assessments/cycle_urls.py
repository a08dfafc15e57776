"""Addresses of years, their terms and templates."""

from __future__ import annotations

from django.urls import path

from wardwise_web.assessments.views import cycles, terms, timetable


YEAR = "years/<int:cycle_id>/"
DAY = f"{YEAR}timetable/<int:milestone_id>/"
urlpatterns = [
    path("years/", cycles.cycles, name="cycles"),
    path("years/begin/", cycles.begin, name="begin_cycle"),
    path("years/templates/", cycles.templates, name="cycle_templates"),
    path("years/templates/<int:template_id>/", cycles.begin_several, name="begin_several"),
    path(YEAR, cycles.cycle, name="cycle"),
    path(f"{YEAR}move/<slug:to>/", cycles.move, name="move_cycle"),
    path(f"{YEAR}build/<int:build_id>/", cycles.take_build, name="take_build"),
    path(f"{YEAR}template/", cycles.keep_template, name="keep_template"),
    path(f"{YEAR}terms/", terms.terms, name="terms"),
    path(f"{YEAR}terms/edit/", terms.edit_terms, name="edit_terms"),
    path(f"{YEAR}group/", terms.group, name="strategy_group"),
    path(f"{YEAR}group/add/", terms.add_seat, name="add_seat"),
    path(f"{YEAR}group/<int:seat_id>/end/", terms.leave_seat, name="leave_seat"),
    path(f"{YEAR}timetable/", timetable.timetable, name="timetable"),
    path(f"{YEAR}timetable/add/", timetable.new_milestone, name="new_milestone"),
    path(
        f"{DAY}move/",
        timetable.shift_milestone,
        name="shift_milestone",
    ),
    path(f"{DAY}done/", timetable.done_milestone, name="done_milestone"),
    path(f"{YEAR}checklist/", terms.checklist, name="checklist"),
    path(f"{YEAR}checklist/<int:item_id>/", terms.answer, name="answer_item"),
]
