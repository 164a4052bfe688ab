"""Headers that bound what a page may do, on every response; and the cookie's flags."""

import secrets
from http import HTTPStatus

from flask import Flask, Response, g, request
from flask.sessions import SecureCookieSessionInterface

_POLICY = (
    "default-src 'none'; {scripts}"
    "style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types app"
)
_FIXED = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), "
        "usb=()",
    ),
)
_ONE_YEAR_S = 31_536_000


class CookieSessions(SecureCookieSessionInterface):
    """Flask's signed cookie; over https it is Secure and bound to this very host."""

    def get_cookie_name(self, app: Flask) -> str:
        """Prefix the name over https: browsers then refuse it from other hosts."""
        name = super().get_cookie_name(app)
        return f"__Host-{name}" if request.is_secure else name

    def get_cookie_secure(self, app: Flask) -> bool:
        """Keep the cookie off plain http, unless this is plain http (loopback)."""
        return request.is_secure or super().get_cookie_secure(app)


def init_app(app: Flask) -> None:
    """Put the headers on every response, errors and static files included."""
    app.session_interface = CookieSessions()
    app.jinja_env.globals["csp_nonce"] = csp_nonce
    app.after_request(_add_headers)


def csp_nonce() -> str:
    """Give this response's nonce: what a script element must carry to run."""
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(16)
    nonce: str = g.csp_nonce
    return nonce


def security_headers(*, nonce: str | None) -> list[tuple[str, str]]:
    """Give the headers; without a nonce the response may run no script at all."""
    scripts = f"script-src 'nonce-{nonce}' 'strict-dynamic'; " if nonce else ""
    return [("Content-Security-Policy", _POLICY.format(scripts=scripts)), *_FIXED]


def _add_headers(response: Response) -> Response:
    response.headers.update(security_headers(nonce=csp_nonce()))
    if request.endpoint != "static" or response.status_code >= HTTPStatus.BAD_REQUEST:
        response.headers["Cache-Control"] = "no-store"
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = f"max-age={_ONE_YEAR_S}"
    return response
