"""Addresses of this room under a partnership."""

from __future__ import annotations

from django.urls import path

from wardwise_web.intelligence import views


urlpatterns = [
    path("evidence-cards/", views.cards, name="evidence_cards"),
    path("evidence-cards/add/", views.new_card, name="new_evidence_card"),
    path("evidence-cards/<int:card_id>/", views.card_page, name="evidence_card"),
    path("evidence-cards/<int:card_id>/change/", views.edit_card, name="edit_evidence_card"),
    path("further-work/", views.further_work, name="further_work"),
    path("further-work/add/", views.new_work, name="new_work"),
    path("further-work/<int:work_id>/", views.work_page, name="work"),
    path("further-work/<int:work_id>/<slug:to>/", views.move, name="move_work"),
]
