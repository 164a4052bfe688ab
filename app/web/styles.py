"""A page with every component; there is one only where the app runs for debugging."""

from flask import Blueprint, render_template
from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField

bp = Blueprint("styles", __name__)


class _Form(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    name = StringField("Name", description="A hint below its label.")
    agrees = BooleanField("Ticked or not")


@bp.get("/styles")
def show() -> str:
    """Show the components with made-up content."""
    return render_template("styles.html", form=_Form())
