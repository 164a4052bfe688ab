"""The application, for `flask --app wsgi` and for any WSGI server."""

from app.domain.errors import DomainError
from app.factory import create_app

try:
    app = create_app()
except DomainError as error:
    # A setting that cannot be: one line of reason, as for any other refusal.
    raise SystemExit(error.message) from error
