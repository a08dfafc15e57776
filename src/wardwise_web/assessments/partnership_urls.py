"""Addresses of this room under a partnership."""

from __future__ import annotations

from django.urls import path

from wardwise_web.assessments import cycle_urls
from wardwise_web.assessments.views import (
    chapters,
    committee,
    figures,
    links,
    papers,
    review,
    steps,
    words,
)


urlpatterns = [
    *cycle_urls.urlpatterns,
    path("builds/<int:build_id>/figures/", figures.figures, name="figures"),
    path("builds/<int:build_id>/figures/<slug:figure_id>/", figures.figure, name="figure"),
    path("builds/<int:build_id>/compare/", figures.compare_builds, name="build_compare"),
    path("builds/<int:build_id>/map/", figures.build_map, name="build_map"),
    path("builds/<int:build_id>/map/<slug:layer>.json", figures.map_layer, name="map_layer"),
    path("drafting/", chapters.drafting, name="drafting"),
    path("drafting/years/<int:cycle>/", chapters.drafting_of_year, name="drafting_of_year"),
    path("drafting/<int:chapter>/", chapters.chapter, name="chapter"),
    path(
        "drafting/<int:chapter>/pictures/<str:name>.svg",
        chapters.chapter_picture,
        name="chapter_picture",
    ),
    path("drafting/<int:chapter>/words/", words.words_new, name="words_new"),
    path("words/<int:passage>/", words.words_edit, name="words_edit"),
    path("words/<int:passage>/versions/", words.words_versions, name="words_versions"),
    path("words/<int:passage>/place/", words.words_place, name="words_place"),
    path("words/<int:passage>/number/", words.number_back, name="number_back"),
    path("drafting/<int:chapter>/numbers/", review.chapter_numbers, name="chapter_numbers"),
    path("drafting/<int:chapter>/changes/", review.chapter_changes, name="chapter_changes"),
    path(
        "drafting/<int:chapter>/changes/<int:change>/", review.change_review, name="change_review"
    ),
    path("drafting/<int:chapter>/comments/", review.chapter_comments, name="chapter_comments"),
    path("drafting/<int:chapter>/comment/", review.comment_new, name="comment_new"),
    path("comments/<int:comment>/", review.comment_respond, name="comment_respond"),
    path("drafting/<int:chapter>/marking/", review.paragraph_marking, name="paragraph_marking"),
    path(
        "drafting/<int:chapter>/marking/<int:change>/",
        review.marking_decide,
        name="marking_decide",
    ),
    path("drafting/<int:chapter>/move/<slug:to>/", steps.chapter_move, name="chapter_move"),
    path("drafting/<int:chapter>/writers/", steps.chapter_writers, name="chapter_writers"),
    path("drafting/<int:chapter>/links/", links.chapter_links, name="chapter_links"),
    path("drafting/<int:chapter>/links/<int:link>/close/", links.link_revoke, name="link_revoke"),
    path("approval/", papers.approval, name="approval"),
    path("approval/<int:paper>/", papers.paper, name="paper"),
    path("approval/<int:paper>/move/<slug:to>/", papers.paper_move, name="paper_move"),
    path("approval/<int:paper>/vote/", papers.paper_vote, name="paper_vote"),
    path("approval/<int:paper>/correct/", papers.paper_correct, name="paper_correct"),
    path("approval/<int:paper>/report/", committee.committee_report, name="committee_report"),
    path("approval/<int:paper>/report/edit/", committee.committee_edit, name="committee_edit"),
    path(
        "approval/<int:paper>/report/file/<slug:form>/",
        committee.committee_file,
        name="committee_file",
    ),
    path("approval/<int:paper>/appendix/<slug:letter>/", committee.appendix, name="appendix"),
    path("approved/<int:frozen>/", papers.frozen, name="frozen"),
    path("approved/<int:frozen>/files/<str:name>/", papers.frozen_file, name="frozen_file"),
    path("approved/<int:frozen>/again/", papers.frozen_again, name="frozen_again"),
    path("approved/<int:frozen>/publish/", papers.publish_ask, name="publish_ask"),
    path("releases/<int:release>/confirm/", papers.publish_confirm, name="publish_confirm"),
]
