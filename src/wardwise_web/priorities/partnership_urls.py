"""Addresses of this room under a partnership."""

from __future__ import annotations

from django.urls import path

from wardwise_web.priorities.views import meeting, priorities, results, rounds, scoring, setting_up


ROUND = "scoring/<int:round_id>/"
THREAT = "scoring/<int:round_id>/threats/<int:threat_id>/"
OWN = "scoring/<int:round_id>/scorers/<int:scorer_id>/"
YEAR = "priorities/<int:round_id>/"
urlpatterns = [
    path("scoring/", rounds.rounds, name="scoring"),
    path("scoring/begin/", rounds.begin, name="begin_scoring"),
    path(ROUND, rounds.scoring_round, name="scoring_round"),
    path(f"{ROUND}terms/", rounds.terms, name="scoring_terms"),
    path(f"{ROUND}move/<slug:to>/", rounds.move, name="move_scoring"),
    path(f"{ROUND}criteria/", setting_up.criteria, name="scoring_criteria"),
    path(f"{ROUND}criteria/change/", setting_up.edit_criteria, name="change_criteria"),
    path(f"{ROUND}threats/", setting_up.long_list, name="scoring_threats"),
    path(f"{ROUND}threats/add/", setting_up.new_threat, name="add_threat"),
    path(f"{THREAT}leave-out/", setting_up.leave_out_threat, name="leave_out_threat"),
    path(f"{ROUND}panel/", setting_up.panel, name="scoring_panel"),
    path(f"{ROUND}panel/add/", setting_up.new_scorer, name="name_scorer"),
    path(f"{ROUND}panel/<int:scorer_id>/take-off/", setting_up.drop_scorer, name="take_off_panel"),
    path(OWN, scoring.own_scores, name="own_scores"),
    path(f"{OWN}threats/<int:threat_id>/", scoring.score_threat, name="score_threat"),
    path(f"{OWN}threats/<int:threat_id>/interest/", scoring.interest, name="declare_interest"),
    path(f"{ROUND}live/", results.live, name="scoring_live"),
    path(f"{ROUND}live/now/", results.live_part, name="scoring_live_part"),
    path(f"{ROUND}results/", results.results, name="scoring_results"),
    path(f"{ROUND}results/marks/", results.marks_export, name="export_marks"),
    path(f"{ROUND}sensitivity/", results.sensitivity, name="scoring_sensitivity"),
    path(f"{THREAT}result/", results.threat_result, name="threat_result"),
    path(f"{THREAT}agree/<int:criterion_id>/", meeting.agree, name="agree_score"),
    path(f"{ROUND}agree-rest/", meeting.agree_rest, name="agree_rest"),
    path(f"{THREAT}pull/", meeting.pull, name="add_pull"),
    path(f"{THREAT}concern/", meeting.concern, name="set_concern"),
    path(f"{THREAT}vote-again/", meeting.vote_again, name="vote_again"),
    path(f"{THREAT}end-vote/", meeting.end_vote, name="end_vote"),
    path(f"{ROUND}meeting/", meeting.meeting, name="record_meeting"),
    path(f"{ROUND}dissent/", meeting.dissent, name="record_dissent"),
    path("priorities/", priorities.priorities, name="priorities"),
    path("priorities/register/", priorities.register, name="register"),
    path(YEAR, priorities.priorities_of_round, name="priorities_of_round"),
    path(f"{YEAR}fill/", priorities.fill, name="fill_priorities"),
    path(f"{YEAR}adopt/", priorities.adopt, name="adopt_priorities"),
    path(f"{YEAR}threats/<int:threat_id>/", priorities.place_threat, name="place_threat"),
    path(f"{YEAR}threats/<int:threat_id>/outcome/", priorities.outcome, name="record_outcome"),
]
