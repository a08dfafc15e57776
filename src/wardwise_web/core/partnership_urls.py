"""Addresses under a partnership that belong to no room."""

from __future__ import annotations

from django.urls import path

from wardwise_web.core import views


urlpatterns = [path("search/", views.search_page, name="search")]
