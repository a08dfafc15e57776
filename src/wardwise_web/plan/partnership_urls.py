"""Addresses of the plan under a partnership."""

from __future__ import annotations

from django.urls import path

from wardwise_web.plan.views import actions, lists, progress, recommendations, service_map


urlpatterns = [
    path("plan/", lists.action_list, name="plan"),
    path("plan/on-a-page/", lists.on_a_page, name="plan_on_a_page"),
    path("plan/gaps/", lists.orphans, name="plan_orphans"),
    path("plan/funding/", lists.funding, name="plan_funding"),
    path("plan/recommendations/", recommendations.register, name="recommendations"),
    path("plan/recommendations/add/", recommendations.write, name="recommendation_add"),
    path("plan/recommendations/take/", recommendations.take, name="recommendation_take"),
    path("plan/recommendations/<int:pk>/", recommendations.one, name="recommendation"),
    path(
        "plan/recommendations/<int:pk>/change/",
        recommendations.change,
        name="recommendation_change",
    ),
    path(
        "plan/recommendations/<int:pk>/<slug:to>/",
        recommendations.decide,
        name="recommendation_decide",
    ),
    path("plan/actions/add/", actions.begin, name="action_add"),
    path("plan/actions/<int:pk>/", actions.one, name="action"),
    path("plan/actions/<int:pk>/change/", actions.change, name="action_change"),
    path("plan/actions/<int:pk>/new-date/", actions.new_date, name="action_new_date"),
    path("plan/actions/<int:pk>/move/<slug:to>/", actions.move, name="action_move"),
    path("plan/actions/<int:pk>/update/", progress.tell, name="action_update"),
    path("plan/actions/<int:pk>/milestone/", progress.milestone, name="milestone_add"),
    path("plan/actions/<int:pk>/milestone/<int:step>/", progress.finish, name="milestone_finish"),
    path("plan/actions/<int:pk>/evidence/", progress.evidence, name="plan_evidence_add"),
    path("plan/actions/<int:pk>/no-evidence/", progress.no_evidence, name="plan_evidence_none"),
    path("plan/actions/<int:pk>/evidence/<int:shown>/", progress.hand_out, name="plan_evidence"),
    path("plan/services/", service_map.services, name="services"),
    path("plan/services/add/", service_map.add, name="service_add"),
    path("plan/services/file/", service_map.take_file, name="services_file"),
    path("plan/services/<int:pk>/", service_map.change, name="service_change"),
    path("plan/factors/", service_map.factors, name="factors"),
    path("plan/factors/<slug:factor>/", service_map.measure, name="factor_measure"),
    path("plan/goals/", service_map.goals, name="goals"),
    path("plan/goals/<int:scale>/", service_map.goal, name="goal_set"),
]
