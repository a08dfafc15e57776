"""Addresses of people's own pages; those under a partnership are in ``partnership_urls``."""

from __future__ import annotations

from django.urls import path

from wardwise_web.people import views


urlpatterns = [
    path("", views.home, name="home"),
    path("account/", views.own_account, name="own_account"),
]
