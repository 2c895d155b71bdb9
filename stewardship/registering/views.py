"""Where a group puts itself in: ten questions, a page each, kept from the first answer on.

The same pages change an offer that is there, for whoever holds it.
"""

from dataclasses import replace
from http import HTTPStatus

from flask import Blueprint, Response, jsonify, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from core.clock import now_in_norway
from core.db import db
from places.gazetteer import gazetteer
from stewardship.duplicates.likely import Sought, likely_duplicates
from stewardship.hints.giving import hints_for
from stewardship.models import Draft
from stewardship.registering.answers import Answers
from stewardship.registering.check_rows import hints_on, times_in_words
from stewardship.registering.drafts import answers_of, keep_answers, start_draft
from stewardship.registering.known import likely_the_same, what_is_known
from stewardship.registering.meeting_places import meeting_places, without_place
from stewardship.registering.pages import QuestionPage, ResumePage, StartPage, TimesPage
from stewardship.registering.place_names import place_name
from stewardship.registering.questions.order import TITLES, form_of
from stewardship.registering.questions.places import Where
from stewardship.registering.questions.question import Question
from stewardship.registering.questions.times import When
from stewardship.registering.requirements import missing_from
from stewardship.registering.resume_form import ResumeForm
from stewardship.registering.resuming import queue_resume
from stewardship.registering.way import (
    SentError,
    address_of_page,
    came_from,
    draft_at,
    draft_to_write,
    page_after,
    page_next_to,
    place_number,
    resume_form,
    step_at,
)
from web.access import public, with_key
from web.languages import current_locale
from web.limits import limiter
from web.pages import keep_to_oneself
from web.redirects import go_on_to

bp = Blueprint("registering", __name__)

# After the name, and again once it is told where it is.
ASKS_WHETHER_IT_IS_THERE = ("hva", When.slug)


@bp.app_errorhandler(SentError)
def lead_to_thanks(_error: SentError) -> AnyResponse:
    return go_on_to(url_for("sending.show_thanks", kind="ny"))


@bp.get("/meld-inn")
@public
def show_start() -> Response:
    return StartPage(list(TITLES.values())).respond()


@bp.post("/meld-inn")
@limiter.limit("30 per hour")
@public
def start() -> AnyResponse:
    # A program fills in what nobody sees. It is led back to where it was.
    if request.form.get("homepage"):
        return go_on_to(url_for("registering.show_start"))
    word = start_draft(db.session(), str(current_locale().language))
    return go_on_to(url_for("registering.show_question", word=word, slug=next(iter(TITLES))))


@bp.get("/meld-inn/ligner")
@limiter.limit("120 per minute")
@public
def show_alike() -> Response:
    """Tell a page which offers are called nearly like what is being typed. Nothing of it is kept."""
    place = gazetteer().find(request.args.get("kommune", "")[:100])
    sought = Sought(
        name=request.args.get("navn", "")[:200],
        municipality=place.municipality if place else None,
    )
    found = likely_duplicates(db.session(), sought)
    response = jsonify(
        [
            {
                "name": one.name,
                "organisation": one.organisation,
                "href": url_for("directory.show_offer", offer_id=one.offer),
                "claim": url_for("claiming.show_claim", offer_id=one.offer),
            }
            for one in found
        ]
    )
    keep_to_oneself(response)
    return response


@bp.get("/meld-inn/<word>")
@with_key
def resume(word: str) -> AnyResponse:
    """Lead to the first question that is not answered, or to all of them in one."""
    answers = answers_of(draft_at(word))
    missing = missing_from(answers)
    if not missing or answers.is_change:
        return go_on_to(url_for("sending.show_check", word=word))
    return go_on_to(address_of_page(word, missing[0].slug))


@bp.get("/meld-inn/<word>/<slug>")
@with_key
def show_question(word: str, slug: str) -> AnyResponse:
    answers = answers_of(draft_at(word))
    form = form_of(slug, answers, what_is_known(db.session()), number=place_number())
    if slug == When.slug and not meeting_places(answers.entry):
        return go_on_to(address_of_page(word, Where.slug))
    return _page(word, form).respond()


@bp.post("/meld-inn/<word>/<slug>")
@limiter.limit("300 per hour")
@with_key
def answer_question(word: str, slug: str) -> AnyResponse:
    form = _form_sent(draft_at(word), slug)
    if isinstance(form, Where) and "remove" in request.form:
        return _without(word, form.number)
    if isinstance(form, Where) and "find" in request.form:
        form.look_for_address()
        return _page(word, form).respond()
    if not form.validate():
        return _page(word, form).respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    changed = form.new_answers()
    # Only from here on do others wait for us: nothing outside is asked any more.
    draft = draft_to_write(word)
    if answers_of(draft) != form.answers:
        # Another page of the same answers has been sent meanwhile, and this one is put upon it.
        form = _form_sent(draft, slug)
        if not form.validate():
            return _page(word, form).respond(HTTPStatus.UNPROCESSABLE_ENTITY)
        changed = form.new_answers()
    keep_answers(draft, changed)
    return go_on_to(page_next_to(word, slug, changed))


@bp.get("/meld-inn/<word>/tider")
@with_key
def show_times(word: str) -> AnyResponse:
    return _times_page(word, answers_of(draft_at(word))).respond()


@bp.post("/meld-inn/<word>/tider")
@with_key
def approve_times(word: str) -> AnyResponse:
    draft = draft_to_write(word)
    answers = answers_of(draft).with_typed(has_read_times=True)
    keep_answers(draft, answers)
    return go_on_to(page_after(word, When.slug, answers))


@bp.get("/meld-inn/<word>/lenke")
@with_key
def show_resume(word: str) -> Response:
    draft = draft_at(word)
    return ResumePage(word, resume_form(draft), is_sent="sendt" in request.args).respond()


@bp.post("/meld-inn/<word>/lenke")
@limiter.limit("5 per hour")
@with_key
def send_resume(word: str) -> AnyResponse:
    draft, form = draft_at(word), ResumeForm(request.form)
    if not form.validate():
        page = ResumePage(word, form, is_sent=False)
        return page.respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    queue_resume(db.session(), draft, word, form.resume_email.data, str(current_locale().language))
    return go_on_to(url_for("registering.show_resume", word=word, sendt=1))


def _form_sent(draft: Draft, slug: str) -> Question:
    known = what_is_known(db.session())
    return form_of(slug, answers_of(draft), known, request.form, place_number())


def _page(word: str, form: Question) -> QuestionPage:
    draft, answers = draft_at(word), form.answers
    likely = (
        likely_the_same(db.session(), answers)
        if form.slug in ASKS_WHETHER_IT_IS_THERE and not answers.is_change
        else []
    )
    hints = hints_for(answers.entry, answers.language)
    return QuestionPage(
        step=step_at(word, form.slug, answers),
        form=form,
        likely=likely,
        hints=list(hints_on(form.slug, hints)) if _is_answered(form) else [],
        resume=resume_form(draft),
    )


def _is_answered(form: Question) -> bool:
    """Tell whether there is an answer already, on which something can be said."""
    return any(value for value in form.filled().values())


def _times_page(word: str, answers: Answers) -> TimesPage:
    today = now_in_norway().date()
    places = [
        (place_name(place), times_in_words(place, today)) for place in meeting_places(answers.entry)
    ]
    action = url_for("registering.approve_times", word=word, **came_from())
    return TimesPage(replace(step_at(word, When.slug, answers), action=action), places)


def _without(word: str, number: int) -> AnyResponse:
    draft = draft_to_write(word)
    answers = answers_of(draft)
    if number < len(meeting_places(answers.entry)):
        keep_answers(draft, answers.with_entry(schedules=without_place(answers.entry, number)))
    return go_on_to(address_of_page(word, Where.slug, **came_from()))
