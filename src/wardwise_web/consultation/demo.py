"""The demo's consultation: two events, a survey, and what was answered."""

from __future__ import annotations

from datetime import date

from wardwise_web.consultation.demo_coding import code_words
from wardwise_web.consultation.demo_replies import (
    AGES,
    AREAS,
    FIRST,
    GROUPS,
    PROBLEMS,
    SAFE,
    SEXES,
    replies_csv,
)
from wardwise_web.consultation.services.answers import (
    AffectedGroup,
    Answered,
    add_affected,
    add_answer,
    move_answer,
)
from wardwise_web.consultation.services.events import (
    EventRecord,
    add_event,
    add_hands,
    add_senior,
    move_event,
)
from wardwise_web.consultation.services.replies import take_replies
from wardwise_web.consultation.services.surveys import (
    About,
    Asked,
    SurveyPlan,
    add_property,
    add_question,
    move_survey,
    plan_survey,
    tell_gunning,
)
from wardwise_web.consultation.states import (
    AnswerState,
    Chosen,
    EventState,
    Gunning,
    Mode,
    Outcome,
    Sort,
    SurveyState,
)


CENSUS = "Census 2021, usual residents aged 16 and over, made up for Exampleshire"
SENIORS = (
    ("council", "Ines Harcourt", "Director of community services"),
    ("police", "Tom Ashby", "Borough commander"),
    ("fire", "Lena Moss", "Station group manager"),
    ("health", "Dev Anand", "Director of population health"),
    ("probation", "Ruth Calder", "Head of probation delivery unit"),
)


def load(play):
    """A year's asking, up to what was decided on it."""
    play.tell("Asking the public")
    cycle = play.partnership.cycles.first()
    meeting, evening = _events(play, cycle)
    survey = _survey(play, cycle)
    _young_people(play, cycle)
    _answers(play, cycle, survey=survey, meeting=meeting, evening=evening)
    _affected(play, cycle)
    analyst, manager = play.actor("analyst"), play.actor("manager")
    tell_gunning(
        survey=survey,
        test=Gunning.CONSIDERED,
        how="The strategy group read the results and the analyst's summary of what people wrote"
        " on 10 November 2026, before it scored; the decisions are under 'You said'.",
        by=analyst,
    )
    code_words(play, survey)
    move_survey(survey=survey, to=SurveyState.PUBLISHED, note="", by=manager)


def _events(play, cycle):
    manager = play.actor("manager")
    meeting = add_event(
        cycle=cycle,
        agency=play.agencies["council"],
        said=EventRecord(
            title="Face to face with the partners",
            is_public=True,
            held_on=date(2026, 10, 14),
            place="Town Hall, Market Square",
            invited="Anybody. Residents' associations, the youth council, faith groups, the"
            " disability forum and traders were written to.",
            announced="Council site, local paper and posters in libraries and surgeries, from four"
            " weeks before.",
            discussed="Nuisance round the Market at night, drugs in the canal car park, what the"
            " police do about reports, and which problems should come first.",
            told_after="Notes on the council's site on 21 October 2026, and in the libraries.",
            came=64,
        ),
        by=manager,
    )
    for agency, name, post in SENIORS:
        add_senior(event=meeting, agency=play.agencies[agency], name=name, post=post, by=manager)
    add_hands(
        event=meeting,
        question="Which should come first next year?",
        answers=[("Nuisance", 31), ("Drugs", 17), ("Burglary", 9)],
        present=61,
        by=manager,
    )
    move_event(event=meeting, to=EventState.COMPLETE, note="", by=manager)
    move_event(event=meeting, to=EventState.PUBLISHED, note="", by=manager)
    evening = add_event(
        cycle=cycle,
        agency=play.agencies["police"],
        said=EventRecord(
            title="Kilnfield tenants' evening",
            is_public=True,
            held_on=date(2026, 11, 5),
            place="Kilnfield community centre",
            invited="Tenants of Kilnfield Homes, by letter.",
            announced="Letters and the tenants' newsletter, two weeks before.",
            discussed="Cars broken into, off-road bikes, lighting of the garages.",
            told_after="",
            came=None,
        ),
        by=play.actor("police"),
    )
    add_senior(
        event=evening,
        agency=play.agencies["police"],
        name="Tom Ashby",
        post="Borough commander",
        by=play.actor("police"),
    )
    return meeting, evening


def _survey(play, cycle):
    analyst = play.actor("analyst")
    survey = plan_survey(
        cycle=cycle,
        said=SurveyPlan(
            title="Your safety, your say 2026",
            purpose="Which problems the strategy group scores highest, and what the plan does"
            " first.",
            mode=str(Mode.WEB),
            chosen=str(Chosen.OPEN),
            frame="Anybody aged 16 or over who lives or works in Exampleshire. The link was on the"
            " council's site and in its newsletter; people without the internet could ask for paper"
            " and few did.",
            asks_under_16s=False,
            opens_on=date(2026, 9, 14),
            closes_on=date(2026, 10, 25),
        ),
        by=analyst,
    )
    margins = (("Age", AGES), ("Sex", SEXES), ("Area", AREAS))
    for name, groups in margins:
        add_property(survey=survey, about=About(name, name, True, CENSUS, groups), by=analyst)
    ethnic = About("Ethnic group", "Ethnic group", False, CENSUS, GROUPS)
    add_property(survey=survey, about=ethnic, by=analyst)
    for asked in _questions():
        add_question(survey=survey, asked=asked, by=analyst)
    fair = (
        (Gunning.FORMATIVE, "No threat was scored and no priority proposed before it closed."),
        (Gunning.REASONS, "Each question came with last year's figures and what was done."),
        (Gunning.TIME, "Six weeks, outside the school holidays."),
    )
    for test, how in fair:
        tell_gunning(survey=survey, test=test, how=how, by=analyst)
    move_survey(survey=survey, to=SurveyState.OPEN, note="", by=analyst)
    take_replies(survey=survey, name="your-safety-2026.csv", content=replies_csv(), by=analyst)
    move_survey(survey=survey, to=SurveyState.CLOSED, note="", by=analyst)
    return survey


def _questions():
    return (
        Asked("How safe do you feel outside alone after dark?", "Safe", Sort.SCALE, SAFE),
        Asked(
            "Which of these are a big problem where you live?",
            "Problems",
            Sort.SEVERAL,
            [answer for answer, *_ in PROBLEMS],
            {answer: threat for answer, threat, *_ in PROBLEMS if threat},
        ),
        Asked("What should the partners put first?", "First", Sort.ORDER, FIRST),
        Asked(
            "Did you report a crime in the last year?",
            "Reported",
            Sort.ONE,
            ("Yes", "No", "I would rather not say"),
        ),
        Asked("Anything else?", "Words", Sort.TEXT),
    )


def _young_people(play, cycle):
    """A survey that is still planned, of people under 16."""
    analyst = play.actor("analyst")
    survey = plan_survey(
        cycle=cycle,
        said=SurveyPlan(
            title="Young people's survey 2027",
            purpose="What young people want done on the way to and from school.",
            mode=str(Mode.YOUTH),
            chosen=str(Chosen.OPEN),
            frame="Pupils of the six secondary schools and members of two youth clubs. Children"
            " taught at home are left out.",
            asks_under_16s=True,
            opens_on=date(2027, 1, 11),
            closes_on=date(2027, 2, 5),
        ),
        by=analyst,
    )
    safe = Asked("How safe do you feel on the way to school?", "Safe", Sort.SCALE, SAFE)
    add_question(survey=survey, asked=safe, by=analyst)
    # to be weighted to the residents that the build prints
    sexes = About("Sex", "Sex", False, "", [("Female", None), ("Male", None)])
    add_property(survey=survey, about=sexes, by=analyst)


def _answers(play, cycle, *, survey, meeting, evening):
    manager = play.actor("manager")
    said = (
        (
            Answered(
                "Nuisance round the Market at night should come first.",
                Outcome.DID,
                "Wardens work until two in the morning from Thursday to Saturday.",
                "It was named most often, and the calls to the police cluster in the same four"
                " streets and hours.",
                "Anti-social behaviour",
                (survey,),
                (meeting,),
            ),
            AnswerState.PUBLISHED,
        ),
        (
            Answered(
                "Put speeding among the priorities.",
                Outcome.NOT,
                "Speeding is left to the road safety partnership.",
                "It is funded for it and meets every two months; two bodies would do it worse. We"
                " passed on the roads that people named.",
                "",
                (survey,),
            ),
            AnswerState.PUBLISHED,
        ),
        (
            Answered(
                "Light the garages in Kilnfield.",
                Outcome.PARTLY,
                "Two of the five rows are lit by March.",
                "The money is there for two; those with the most cars broken into come first.",
                "Vehicle offences",
                (),
                (evening,),
            ),
            AnswerState.DRAFT,
        ),
    )
    for one, state in said:
        answer = add_answer(cycle=cycle, said=one, by=manager)
        if state is AnswerState.PUBLISHED:
            move_answer(answer=answer, to=AnswerState.AGREED, note="", by=manager)
            move_answer(answer=answer, to=AnswerState.PUBLISHED, note="", by=manager)


def _affected(play, cycle):
    groups = (
        AffectedGroup(
            "Women who work at night in the Market",
            "They walk to late buses through the streets where violence clusters.",
            "Two sessions with hotel and hospital staff, 8 and 9 October 2026.",
        ),
        AffectedGroup(
            "Young people aged 16 to 24",
            "They are hurt by violence more often than any other age.",
            "",
        ),
    )
    for said in groups:
        add_affected(cycle=cycle, said=said, by=play.actor("manager"))
