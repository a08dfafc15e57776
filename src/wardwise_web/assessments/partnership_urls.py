"""Addresses of this room under a partnership."""

from __future__ import annotations

from django.urls import path

from wardwise_web.assessments.views import figures


urlpatterns = [
    path("builds/<int:build_id>/figures/", figures.figures, name="figures"),
    path("builds/<int:build_id>/figures/<slug:figure_id>/", figures.figure, name="figure"),
    path("builds/<int:build_id>/compare/", figures.compare_builds, name="build_compare"),
    path("builds/<int:build_id>/map/", figures.build_map, name="build_map"),
    path("builds/<int:build_id>/map/<slug:layer>.json", figures.map_layer, name="map_layer"),
]
