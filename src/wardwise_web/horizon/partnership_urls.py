"""Addresses of this room under a partnership."""

from __future__ import annotations

from django.urls import path

from wardwise_web.horizon import views


urlpatterns = [
    path("horizon/", views.register, name="horizon"),
    path("horizon/add/", views.add, name="add_horizon_item"),
    path("horizon/<int:item_id>/", views.item_page, name="horizon_item"),
    path("horizon/<int:item_id>/change/", views.change, name="change_horizon_item"),
    path("horizon/<int:item_id>/owner/", views.give_away, name="hand_over_horizon_item"),
    path("horizon/<int:item_id>/view/", views.view, name="view_horizon_item"),
    path("horizon/<int:item_id>/end/", views.end, name="end_horizon_item"),
]
