"""Years: the list, one of them, its moves, the build that it uses, templates."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from wardwise_web.assessments.cycle_states import CYCLE_MOVES, CycleState
from wardwise_web.assessments.forms.cycle import (
    TemplateForm,
    TemplateYearForm,
    YearForm,
)
from wardwise_web.assessments.models import Cycle
from wardwise_web.assessments.presenters.cycle import cycle_row, milestone_rows, moves_for
from wardwise_web.assessments.rules.cycle import empty_items
from wardwise_web.assessments.rules.papers import figures_stand
from wardwise_web.assessments.selectors.cycle import (
    cycle_of,
    cycles_for,
    milestones_of,
    partnerships_to_begin_in,
    seats_of,
    steps_of,
    templates_for,
    terms_in_force,
)
from wardwise_web.assessments.selectors.papers import paper_of_cycle
from wardwise_web.assessments.services import begin_cycle, use_build
from wardwise_web.assessments.services.checklist import move_cycle
from wardwise_web.assessments.services.cycle_templates import (
    Year,
    begin_from_template,
    keep_as_template,
)
from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.moving import NoteForm
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.evidence.selectors import build_of, finished_builds


def the_cycle(request: PartnershipRequest, cycle_id: int, verb: Verb) -> Cycle:
    """A year of the partnership on which this person has the right."""
    found = cycle_of(request.partnership, cycle_id)
    check_can(request.actor, verb, found.as_thing())
    return found


@page(Verb.READ, Kind.CYCLE)
def cycles(request: PartnershipRequest) -> HttpResponse:
    """The partnership's years, the newest first."""
    rows = [cycle_row(one) for one in cycles_for(request.actor, request.partnership)]
    thing = Thing(Kind.CYCLE, request.partnership.pk)
    check_can(request.actor, Verb.READ, thing)
    if form := request.GET.get("form"):
        cells = [
            (
                row.cycle.name,
                row.cycle.starts_on.isoformat(),
                row.cycle.ends_on.isoformat(),
                row.state,
                f"{row.answered} of {row.items}",
                row.cycle.marking,
            )
            for row in rows
        ]
        headings = ("Year", "First day", "Last day", "State", "Checklist answered", "Marking")
        sheet = Sheet("Years", "OFFICIAL", headings, cells)
        return export(sheet, form=form, by=request.actor, thing=thing)
    return show(
        request,
        "assessments/cycles.html",
        rows=rows,
        may_begin=can(request.actor, Verb.CREATE, thing),
        may_export=can(request.actor, Verb.EXPORT, thing),
    )


@page(Verb.CREATE, Kind.CYCLE, methods=("GET", "POST"))
def begin(request: PartnershipRequest) -> HttpResponse:
    """Begin a year."""
    check_can(request.actor, Verb.CREATE, Thing(Kind.CYCLE, request.partnership.pk))
    form = YearForm(request.POST or None)
    if form.is_valid():
        try:
            made = begin_cycle(
                partnership=request.partnership, by=request.actor, **form.cleaned_data
            )
        except MoveRefused as refused:
            form.add_error("name", str(refused))
        else:
            messages.success(request, f"The year {made.name} is begun. Write its terms now.")
            return _after_beginning(request, made)
    return show(
        request,
        "core/form.html",
        form=form,
        heading="Begin a year",
        lead="Assessments mostly look at October to September, so that the board has them in"
        " January. Any year will do.",
        button="Begin the year",
        back=reverse("cycles", args=[request.partnership.slug]),
    )


def _after_beginning(request: PartnershipRequest, made: Cycle | None = None) -> HttpResponse:
    """To the year; an administrator opens their shells and does not see into them."""
    slug = request.partnership.slug
    if not can(request.actor, Verb.READ, Thing(Kind.CYCLE, request.partnership.pk)):
        return redirect("partnership_home", slug)
    return redirect("cycle", slug, made.pk) if made else redirect("cycles", slug)


@page(Verb.READ, Kind.CYCLE)
def cycle(request: PartnershipRequest, cycle_id: int) -> HttpResponse:
    """One year: where it stands, its terms, its group, its timetable, its checklist."""
    found = the_cycle(request, cycle_id, Verb.READ)
    return show(
        request,
        "assessments/cycle.html",
        cycle=found,
        row=cycle_row(found),
        terms=terms_in_force(found),
        seats=[one for one in seats_of(found) if one.until_on is None],
        milestones=milestone_rows(milestones_of(found)),
        empty=empty_items(found),
        moves=moves_for(request.actor, found),
        steps=steps_of(found),
        stands=figures_stand(paper_of_cycle(found)),
        builds=[
            one
            for one in finished_builds(request.partnership)
            if can(request.actor, Verb.READ, one.as_thing())
        ],
        may_write=can(request.actor, Verb.WRITE, found.as_thing()),
        may_read_builds=can(request.actor, Verb.READ, Thing(Kind.BUILD, request.partnership.pk)),
        marking=found.marking,
    )


@page(Verb.READ, Kind.CYCLE, methods=("GET", "POST"))
def move(request: PartnershipRequest, cycle_id: int, to: str) -> HttpResponse:
    """Move the year on or back, with a note."""
    found = the_cycle(request, cycle_id, Verb.READ)
    wanted = next((one for one in moves_for(request.actor, found) if one.to == to), None)
    if to not in set(CycleState):
        raise Http404
    if wanted is None:
        # not raised: a page that refuses itself would be sent back to itself
        messages.error(request, f"What is '{found.state}' cannot become '{to}' by you.")
        return redirect("cycle", request.partnership.slug, found.pk)
    rule = CYCLE_MOVES[CycleState(found.state), CycleState(to)]
    form = NoteForm(request.POST if request.method == "POST" else None)
    form.fields["note"].required = rule.needs_reason
    form.fields["note"].error_messages["required"] = "Enter the reason"
    form.fields["note"].label = "Reason" if rule.needs_reason else "Note"
    if form.is_valid():
        try:
            move_cycle(
                cycle=found,
                to=CycleState(to),
                note=form.cleaned_data["note"],
                by=request.actor,
            )
        except MoveRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"The year {found.name} is now '{to}'.")
            return redirect("cycle", request.partnership.slug, found.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading=f"{rule.label}: {found.name}",
        button=rule.label,
        back=reverse("cycle", args=[request.partnership.slug, found.pk]),
    )


@page(Verb.WRITE, Kind.CYCLE, methods=("POST",))
def take_build(request: PartnershipRequest, cycle_id: int, build_id: int) -> HttpResponse:
    """Take a finished build as the one that the year's pages read."""
    found = the_cycle(request, cycle_id, Verb.WRITE)
    build = build_of(request.partnership, build_id)
    check_can(request.actor, Verb.READ, build.as_thing())
    use_build(cycle=found, build=build, by=request.actor)
    messages.success(request, f"The year reads build {build.pk} from now on.")
    return redirect("cycle", request.partnership.slug, found.pk)


@page(Verb.READ, Kind.CYCLE)
def templates(request: PartnershipRequest) -> HttpResponse:
    """Templates from every partnership in which this person may read years."""
    check_can(request.actor, Verb.READ, Thing(Kind.CYCLE, request.partnership.pk))
    return show(
        request,
        "assessments/templates.html",
        templates=templates_for(request.user),
        may_begin=bool(partnerships_to_begin_in(request.user)),
    )


@page(Verb.CREATE, Kind.CYCLE, methods=("GET", "POST"))
def begin_several(request: PartnershipRequest, template_id: int) -> HttpResponse:
    """Begin a year in several partnerships from one template."""
    check_can(request.actor, Verb.CREATE, Thing(Kind.CYCLE, request.partnership.pk))
    template = next((one for one in templates_for(request.user) if one.pk == template_id), None)
    if template is None:
        raise Http404
    partnerships = partnerships_to_begin_in(request.user)
    form = TemplateYearForm(request.POST or None, partnerships=partnerships)
    if form.is_valid():
        given = form.cleaned_data
        chosen = [one for one in partnerships if one.slug in given["partnerships"]]
        year = Year(given["name"], given["starts_on"], given["ends_on"])
        try:
            begin_from_template(
                template=template, partnerships=chosen, year=year, person=request.user
            )
        except MoveRefused as refused:
            form.add_error("name", str(refused))
        else:
            names = ", ".join(one.name for one in chosen)
            messages.success(request, f"The year {year.name} is begun in {names}.")
            return _after_beginning(request)
    return show(
        request,
        "core/form.html",
        form=form,
        heading=f"Begin a year from '{template.name}'",
        lead="Every partnership chosen gets the terms, the timetable from its first day, and the"
        " checklist with a suggestion for each item. All are begun, or none.",
        button="Begin the year",
        back=reverse("cycle_templates", args=[request.partnership.slug]),
    )


@page(Verb.WRITE, Kind.CYCLE, methods=("GET", "POST"))
def keep_template(request: PartnershipRequest, cycle_id: int) -> HttpResponse:
    """Keep a year's terms as a template."""
    found = the_cycle(request, cycle_id, Verb.WRITE)
    form = TemplateForm(request.POST or None)
    if form.is_valid():
        keep_as_template(cycle=found, name=form.cleaned_data["name"], by=request.actor)
        messages.success(request, "The template is kept. Other years can begin from it.")
        return redirect("cycle_templates", request.partnership.slug)
    return show(
        request,
        "core/form.html",
        form=form,
        heading=f"Keep {found.name} as a template",
        lead="Purpose, questions, equality, the timetable as days after the first, and what met"
        " each item of the law. Neither people nor places are taken along.",
        button="Keep the template",
        back=reverse("cycle", args=[request.partnership.slug, found.pk]),
    )
