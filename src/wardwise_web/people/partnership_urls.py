"""Addresses of this room under a partnership."""

from __future__ import annotations

from django.urls import path

from wardwise_web.people.views import agencies, arriving, audit, emergency, members, own


urlpatterns = [
    path("", arriving.partnership_home, name="partnership_home"),
    path("people/", members.members, name="members"),
    path("people/add/", members.add_member, name="add_member"),
    path("people/<int:person_id>/", members.member, name="member"),
    path("people/<int:person_id>/clearance/", members.clear_member, name="clear_member"),
    path(
        "people/<int:person_id>/sessions/end/",
        members.end_member_sessions,
        name="end_member_sessions",
    ),
    path("people/<int:person_id>/rights/", members.rights_on, name="rights_on"),
    path(
        "people/<int:person_id>/roles/<int:holding_id>/end/",
        members.end_holding,
        name="end_holding",
    ),
    path("agencies/", agencies.agencies, name="agencies"),
    path("agencies/add/", agencies.join_agency, name="join_agency"),
    path("agencies/<int:agency_id>/leave/", agencies.leave_agency, name="leave_agency"),
    path("emergency/", emergency.emergency, name="emergency"),
    path("emergency/all/", emergency.emergencies, name="emergencies"),
    path("emergency/<int:glass_id>/close/", emergency.close_emergency, name="close_emergency"),
    path("audit/", audit.audit, name="audit"),
    path("audit/<int:sequence>/", audit.audit_row, name="audit_row"),
    path("your-acts/", own.own_acts, name="own_acts"),
]
