"""Pages of a quiz."""

from functools import partial

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.domain.errors import InputError, NotFoundError
from app.domain.review import Format
from app.domain.study_day import zone_named
from app.services.answer_question import answer_question, override_verdict
from app.services.finish_quiz import finish_quiz, send_misses_to_study
from app.services.start_quiz import quiz_misses, start_quiz
from app.store.queries.people import scheduler_settings
from app.store.queries.quiz_cards import MOST_ARTICLES, quiz_articles
from app.store.queries.quizzes import own_quiz, questions_of, recent_quizzes
from app.store.writing import write_tx
from app.web.identity import current_person, current_team_id, now, request_session
from app.web.moments import milliseconds_of
from app.web.quizzes.forms import AnswerForm, StartForm
from app.web.quizzes.showing import (
    FEWEST_TO_CORRECT,
    Shown,
    at_position,
    first_open,
    last_answered,
    moment_words,
    notes_on,
    result_of,
    shown_questions,
)

bp = Blueprint("quizzes", __name__, url_prefix="/quizzes")

Page = str | tuple[str, int] | Response


@bp.get("")
def index() -> Page:
    """Offer a quiz, filled in as the address asks, and list the last ones."""
    return _start_page(StartForm(request.args), 200)


@bp.post("")
def start() -> Page:
    """Start a quiz."""
    form, session = StartForm(), request_session()
    if not form.validate():
        return _start_page(form, 400)
    try:
        with write_tx(session):
            quiz = start_quiz(
                session,
                person_id=current_person().id,
                team_id=current_team_id(),
                now=now(),
                **form.values(),
            )
            address = url_for(".show", quiz_id=quiz.id)
    except InputError as error:
        form.form_errors.append(error.message)
        return _start_page(form, 400)
    return redirect(address, 303)


@bp.get("/<int:quiz_id>")
def show(quiz_id: int) -> Page:
    """Ask the first question not answered yet."""
    questions = _questions(quiz_id)
    current = first_open(questions)
    if current is None:
        return redirect(url_for(".result", quiz_id=quiz_id), 303)
    form = AnswerForm(formdata=None)
    form.shown_at.data = request.args.get("shown_at") or str(milliseconds_of(now()))
    # The side belongs to one question: an old address never gives away another's.
    is_revealed = request.args.get("answer") == str(current.number)
    return _question_page(quiz_id, questions, current, form, is_revealed=is_revealed)


@bp.post("/<int:quiz_id>/questions/<int:number>")
def answer(quiz_id: int, number: int) -> Page:
    """Take an answer and show its verdict; what was recalled has been seen already."""
    form, session = AnswerForm(), request_session()
    try:
        with write_tx(session):
            question = answer_question(
                session,
                person=current_person(),
                team_id=current_team_id(),
                quiz_id=quiz_id,
                position=number - 1,
                now=now(),
                **form.values(),
            )
            is_recalled = question.format is Format.RECALL
    except InputError as error:
        return _refused(quiz_id, number, form, error)
    if is_recalled:
        return redirect(url_for(".show", quiz_id=quiz_id), 303)
    return redirect(url_for(".verdict", quiz_id=quiz_id, number=number), 303)


@bp.get("/<int:quiz_id>/questions/<int:number>")
def verdict(quiz_id: int, number: int) -> Page:
    """Show what was answered, and what is right."""
    questions = _questions(quiz_id)
    shown = at_position(questions, number - 1)
    if shown is None:
        raise NotFoundError("There is no such question in this quiz.")
    if shown.question.answered_at is None:
        return redirect(url_for(".show", quiz_id=quiz_id), 303)
    return render_template(
        "quizzes/verdict.html",
        quiz_id=quiz_id,
        shown=shown,
        answered=_answered(questions),
        following=first_open(questions),
        previous=last_answered(questions, before=shown),
        notes=notes_on(request_session(), shown, person_id=current_person().id),
    )


@bp.post("/<int:quiz_id>/questions/<int:number>/override")
def override(quiz_id: int, number: int) -> Page:
    """Count an answer as right because the person says so; back to where they were."""
    session = request_session()
    with write_tx(session):
        override_verdict(
            session,
            person=current_person(),
            team_id=current_team_id(),
            quiz_id=quiz_id,
            position=number - 1,
            now=now(),
        )
    if request.form.get("then") == "result":
        return redirect(url_for(".result", quiz_id=quiz_id), 303)
    return redirect(url_for(".verdict", quiz_id=quiz_id, number=number), 303)


@bp.post("/<int:quiz_id>/finish")
def finish(quiz_id: int) -> Page:
    """Stop early; what was answered stays."""
    session = request_session()
    with write_tx(session):
        finish_quiz(
            session,
            person_id=current_person().id,
            team_id=current_team_id(),
            quiz_id=quiz_id,
            now=now(),
        )
    return redirect(url_for(".result", quiz_id=quiz_id), 303)


@bp.get("/<int:quiz_id>/result")
def result(quiz_id: int) -> Page:
    """Show the score, by group, and what was missed."""
    questions = _questions(quiz_id)
    return render_template(
        "quizzes/result.html",
        quiz_id=quiz_id,
        result=result_of(questions),
        fewest=FEWEST_TO_CORRECT,
    )


@bp.post("/<int:quiz_id>/again")
def again(quiz_id: int) -> Page:
    """Start a quiz over the misses of this one."""
    session = request_session()
    with write_tx(session):
        quiz = quiz_misses(
            session,
            person_id=current_person().id,
            team_id=current_team_id(),
            quiz_id=quiz_id,
            now=now(),
        )
        address = url_for(".show", quiz_id=quiz.id)
    return redirect(address, 303)


@bp.post("/<int:quiz_id>/study")
def study(quiz_id: int) -> Page:
    """Show the misses in the study queue, and go there: to their groups alone."""
    session = request_session()
    with write_tx(session):
        groups = send_misses_to_study(
            session,
            person_id=current_person().id,
            team_id=current_team_id(),
            quiz_id=quiz_id,
        )
    return redirect(url_for("study.show", group=groups), 303)


def _questions(quiz_id: int) -> list[Shown]:
    """Give the questions of the person's quiz; anyone else's does not exist."""
    session = request_session()
    quiz = own_quiz(
        session,
        person_id=current_person().id,
        team_id=current_team_id(),
        quiz_id=quiz_id,
    )
    return shown_questions(questions_of(session, quiz.id))


def _answered(questions: list[Shown]) -> int:
    return sum(it.question.answered_at is not None for it in questions)


def _question_page(
    quiz_id: int,
    questions: list[Shown],
    current: Shown,
    form: AnswerForm,
    *,
    is_revealed: bool = False,
) -> str:
    return render_template(
        "quizzes/question.html",
        quiz_id=quiz_id,
        shown=current,
        form=form,
        answered=_answered(questions),
        previous=last_answered(questions, before=current),
        is_revealed=is_revealed,
    )


def _refused(quiz_id: int, number: int, form: AnswerForm, error: InputError) -> Page:
    questions = _questions(quiz_id)
    current = at_position(questions, number - 1)
    if current is None:
        raise NotFoundError("There is no such question in this quiz.")
    form.response.errors = [error.message]
    return _question_page(quiz_id, questions, current, form), 400


def _start_page(form: StartForm, status: int) -> Page:
    session, person, team_id = request_session(), current_person(), current_team_id()
    articles = quiz_articles(
        session,
        person_id=person.id,
        team_id=team_id,
        parameters=scheduler_settings(session, person.id).parameters,
        now=now(),
    )
    page = render_template(
        "quizzes/index.html",
        form=form,
        articles=articles,
        most_articles=MOST_ARTICLES,
        quizzes=recent_quizzes(session, person_id=person.id, team_id=team_id),
        when=partial(moment_words, zone=zone_named(person.timezone)),
    )
    return page, status
