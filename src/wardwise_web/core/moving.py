"""One page for every move: what is said with it, and a rule that refuses said beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from wardwise_web.core.forms.fields import LongWords
from wardwise_web.core.moves import Move, MoveRefused, Moves
from wardwise_web.core.pages import PartnershipRequest, show


class NoteForm(forms.Form):
    """What may be said with a move."""

    note = LongWords(label="Note", rows=4, required=False)


class ReasonForm(forms.Form):
    """What has to be said with a move."""

    note = LongWords(label="Reason", rows=4, error_messages={"required": "Enter the reason"})


@dataclass(frozen=True)
class Moving:
    """A move that is asked about: of what, where it leads back to, what is told once it is made."""

    move: Move
    of: str
    back: str
    told: str
    lead: str = ""
    crumbs: Sequence[dict[str, str]] = ()


def slug_of(state: object) -> str:
    """A state as it stands in an address."""
    return str(state).replace(" ", "-")


def way_to(moves: Moves, *, now: StrEnum, to: str) -> tuple[StrEnum, Move]:
    """The state that the address names and the move there; not found if the table has none."""
    for (start, state), move in moves.items():
        if start == now and slug_of(state) == to:
            return state, move
    raise Http404


def move_page(
    request: PartnershipRequest, moving: Moving, *, make: Callable[[str], object]
) -> HttpResponse:
    """Ask, make the move with what was said, and go back."""
    kind = ReasonForm if moving.move.needs_reason else NoteForm
    form = kind(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            make(form.cleaned_data["note"])
        except MoveRefused as refused:
            form.add_error("note", str(refused))
        else:
            messages.success(request, moving.told)
            return redirect(moving.back)
    return show(
        request,
        "core/form.html",
        form=form,
        heading=f"{moving.move.label}: {moving.of}",
        lead=moving.lead,
        button=moving.move.label,
        back=moving.back,
        crumbs=list(moving.crumbs),
    )
