"""Files of replies: whole or not at all, and nobody to be known by them."""

from __future__ import annotations

import io

import pytest
import xlsxwriter
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404

from wardwise_web.consultation.demo_replies import HEADINGS, replies_csv
from wardwise_web.consultation.models import FreeText, Reply
from wardwise_web.consultation.reply_file import AskedOf, RepliesRefused, take
from wardwise_web.consultation.services.replies import take_replies
from wardwise_web.consultation.services.surveys import move_survey
from wardwise_web.consultation.states import Sort, SurveyState
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused
from wardwise_web.evidence.content import NotTaken


ASKED = (
    AskedOf("1", "Sex", None, ("Female", "Male")),
    AskedOf("2", "Safe", Sort.SCALE, ("Safe", "Unsafe")),
    AskedOf("3", "Problems", Sort.SEVERAL, ("Drugs", "Noise", "Cars")),
    AskedOf("4", "Order", Sort.ORDER, ("A", "B", "C")),
    AskedOf("5", "Words", Sort.TEXT, ()),
)
NONE_OF_THOSE = "found an answer that is none of those asked. Expected:"


def text(*rows):
    return "\n".join(("Sex,Safe,Problems,Order,Words", *rows)).encode()


def faults_of(content):
    with pytest.raises(RepliesRefused) as refused:
        take(content, name="replies.csv", asked=ASKED)
    return [str(one) for one in refused.value.faults]


def test_a_row_is_read_by_positions_of_its_answers():
    taken = take(text("female,Unsafe,cars; Drugs,C;A,Too dark"), name="r.csv", asked=ASKED)
    (one,) = taken.replies
    assert one.groups == {"1": "Female"}
    assert one.answers == {"2": [1], "3": [2, 0], "4": [2, 0]}
    assert one.texts == {"5": "Too dark"}


def test_what_is_empty_is_not_given_and_a_row_without_answers_is_counted_apart():
    taken = take(text(",Safe,,,", "Male,,,,", ",,,,"), name="r.csv", asked=ASKED)
    assert [dict(one.groups) for one in taken.replies] == [{}]
    assert taken.empty_rows == 1


def test_faults_are_told_by_row_and_column_and_without_the_value():
    told = faults_of(text("Female,Dangerous,,,", "Woman,Safe,Noise;Noise,,", ",,,A;D,"))
    assert told == [
        f"Row 2, column 'Safe': {NONE_OF_THOSE} Safe; Unsafe.",
        f"Row 3, column 'Sex': {NONE_OF_THOSE} Female; Male.",
        "Row 3, column 'Problems': the same answer stands twice. Keep it once.",
        f"Row 4, column 'Order': {NONE_OF_THOSE} A; B; C.",
    ]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("write to jo@example.org", "an e-mail address"),
        ("ring 01632 960 123", "a telephone number"),
        ("ring +44 7700 900123", "a telephone number"),
        ("I live at 3 High Street XX1 2AB", "a postcode"),
        ("from 192.0.2.17", "an IP address"),
    ],
)
def test_words_that_give_somebody_away_stop_the_file(words, what):
    (told,) = faults_of(text(f",Safe,,,{words}"))
    assert (
        told == f"Row 2, column 'Words': there is {what} in the words. Take it out; it is not kept."
    )


def test_ordinary_words_do_not():
    ordinary = "Since 2019 the number 12 bus is late 3 of 4 times; 1.5 miles on foot"
    assert take(text(f',Safe,,,"{ordinary}"'), name="r.csv", asked=ASKED).replies


@pytest.mark.parametrize(
    "heading", ["Full name", "IP address", "Home Address", "E-mail", "Postcode"]
)
def test_a_column_that_may_say_who_it_is_stops_the_file(heading):
    content = f"Sex,Safe,Problems,Order,Words,{heading}\nMale,Safe,,,,x".encode()
    (told,) = faults_of(content)
    assert told == f"Row 1, column '{heading}': it may say who somebody is. Take this column out."


def test_other_columns_are_not_read_and_are_told():
    content = b"Reply number,Sex,Safe,Problems,Order,Words\n7,Male,Safe,,,"
    taken = take(content, name="r.csv", asked=ASKED)
    assert taken.unread == ("Reply number",)


def test_columns_are_all_there_and_once():
    content = b"Sex,Sex,Problems,Order,Words\nMale,Male,Drugs,,"
    assert faults_of(content) == [
        "Row 1, column 'Sex': there are 2 columns of this heading. Expected one.",
        "Row 1, column 'Safe': there are 0 columns of this heading. Expected one.",
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (text(), "Row 1: there is no row after the headings."),
        (text("Male,,,,"), "Row 2: no row answers any question."),
        (text(",Safe,,,,,more"), "Row 2: there are more cells than headings."),
    ],
)
def test_a_file_without_replies(content, told):
    assert faults_of(content) == [told]


def test_only_fifty_faults_are_listed_and_all_are_counted():
    with pytest.raises(RepliesRefused) as refused:
        take(text(*([",Dangerous,,,"] * 70)), name="r.csv", asked=ASKED)
    assert (len(refused.value.faults), refused.value.count) == (50, 70)


def test_a_workbook_is_read_as_the_text_is():
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Sex", "Safe", "Problems", "Order", "Words"])
        sheet.write_row(1, 0, ["Male", "Safe", "Noise; Cars", "B;A", "Dark"])
    taken = take(made.getvalue(), name="replies.XLSX", asked=ASKED)
    assert taken == take(text("Male,Safe,Noise; Cars,B;A,Dark"), name="r.csv", asked=ASKED)


def test_the_whole_file_or_nothing(asked, survey):
    analyst, manager = asked.actor("analyst"), asked.actor("manager")
    move_survey(survey=survey, to=SurveyState.CLOSED, note="One reply is wrong", by=manager)
    broken = replies_csv() + b"16 to 24,Neither,Kilnfield,,Very safe,,,,\n"
    with pytest.raises(RepliesRefused):
        take_replies(survey=survey, name="again.csv", content=broken, by=analyst)
    assert Reply.objects.count() == 400
    assert survey.handovers.count() == 1


def test_a_later_file_takes_the_place_of_the_one_before(asked, survey):
    move_survey(survey=survey, to=SurveyState.CLOSED, note="More", by=asked.actor("manager"))
    few = b"\n".join(replies_csv().splitlines()[:51])
    taken = take_replies(survey=survey, name="few.csv", content=few, by=asked.actor("analyst"))
    assert len(taken.replies) == 50
    assert Reply.objects.count() == 50
    first = survey.handovers.get(erased_at__isnull=False)
    assert not first.texts.exists()
    row = AuditEvent.objects.filter(event="replies.taken").last()
    assert '"erased": 400' in row.details
    assert row.operation == "collection"


def test_texts_stand_apart_from_replies_in_alphabetical_order(survey):
    texts = list(FreeText.objects.order_by("pk").values_list("text", flat=True))
    assert texts == sorted(texts)
    assert len(texts) > 30
    assert {field.name for field in FreeText._meta.fields} == {"id", "handover", "question", "text"}


@pytest.mark.parametrize(
    ("who", "refusal"), [("manager", PermissionDenied), ("police", Http404), ("board", Http404)]
)
def test_replies_are_taken_in_by_the_analyst(asked, survey, who, refusal):
    with pytest.raises(refusal):
        take_replies(survey=survey, name="r.csv", content=replies_csv(), by=asked.actor(who))


def test_a_survey_that_is_not_open_takes_none(asked, planned):
    with pytest.raises(MoveRefused, match="'draft' takes no replies"):
        take_replies(survey=planned, name="r.csv", content=replies_csv(), by=asked.actor("analyst"))


def test_a_file_that_is_not_what_its_name_says(asked, survey):
    with pytest.raises(NotTaken, match="PDF"):
        take_replies(
            survey=survey, name="r.csv", content=b"%PDF-1.7\n1,2", by=asked.actor("analyst")
        )


def test_the_page_lists_the_faults(asked, survey, sign_in):
    move_survey(survey=survey, to=SurveyState.CLOSED, note="More", by=asked.actor("manager"))
    here = f"/p/exampleshire/consultation/surveys/{survey.pk}/replies/"
    client = sign_in("analyst")
    row = ["16 to 24", "Neither", "Kilnfield", "", "Very safe", "", "", "", ""]
    content = ",".join(HEADINGS) + "\n" + ",".join(row)
    file = SimpleUploadedFile("r.csv", content.encode())
    page = client.post(here, {"file": file}).content.decode()
    assert "Row 2, column &#39;Sex&#39;" in page
    assert "Nothing was taken in" in page
    page = client.post(here, {"file": SimpleUploadedFile("r.pdf", b"x")}).content.decode()
    assert "must be a CSV or XLSX file" in page
    file = SimpleUploadedFile("r.csv", replies_csv())
    page = client.post(here, {"file": file}, follow=True).content.decode()
    assert "400 replies were taken in." in page


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("analyst", 200),
        ("manager", 200),
        ("assurer", 200),
        ("police", 404),
        ("owner", 404),
        ("board", 404),
        ("scrutiny", 404),
        ("auditor", 404),
        ("administrator", 404),
    ],
)
def test_who_reads_what_people_wrote_and_that_it_is_kept(asked, survey, sign_in, who, status):
    here = f"/p/exampleshire/consultation/surveys/{survey.pk}/words/"
    assert sign_in(who).get(here).status_code == status
    read = AuditEvent.objects.filter(operation="consultation").count()
    assert read == (1 if status == 200 else 0)
