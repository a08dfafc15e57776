"""Addresses of performance under a partnership."""

from __future__ import annotations

from django.urls import path

from wardwise_web.performance.views import (
    annual,
    definitions,
    packs,
    readings,
    scorecard,
    targets,
    words,
)


urlpatterns = [
    path("performance/", scorecard.scorecard, name="performance"),
    path("performance/add/", definitions.add, name="indicator_add"),
    path("performance/readings/file/", readings.hand_in, name="readings_file"),
    path("performance/packs/", packs.packs, name="packs"),
    path("performance/packs/make/", packs.press, name="pack_add"),
    path("performance/packs/<int:pk>/", packs.one, name="pack"),
    path("performance/packs/<int:pk>/circulate/", packs.circulate, name="pack_circulate"),
    path("performance/packs/<int:pk>/again/", packs.again, name="pack_again"),
    path("performance/packs/<int:pk>/<str:name>/", packs.hand_out, name="pack_file"),
    path("performance/annual-plan/", annual.annual_plan, name="annual_plan"),
    path("performance/annual-plan/approve/", annual.approve, name="plan_approve"),
    path("performance/annual-plan/<str:form>/", annual.annual_paper, name="annual_paper"),
    path("performance/of/<slug:code>/", scorecard.indicator, name="indicator"),
    path("performance/of/<slug:code>/define/", definitions.define_again, name="indicator_define"),
    path("performance/of/<slug:code>/sign/", definitions.sign, name="indicator_sign"),
    path("performance/of/<slug:code>/publish/", definitions.publish, name="indicator_publish"),
    path("performance/of/<slug:code>/break/", definitions.break_at, name="indicator_break"),
    path("performance/of/<slug:code>/break/<int:pk>/", definitions.sign_ledger, name="break_sign"),
    path("performance/of/<slug:code>/reading/", readings.enter, name="indicator_reading"),
    path("performance/of/<slug:code>/take/", readings.take, name="indicator_take"),
    path("performance/of/<slug:code>/target/", targets.target, name="indicator_target"),
    path("performance/of/<slug:code>/comment/", words.comment, name="indicator_comment"),
    path("performance/of/<slug:code>/correct/", words.corrective, name="indicator_correct"),
]
