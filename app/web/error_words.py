"""What an error page says: the cause, and what to do next."""

#: Status: title, cause, next step.
WORDS: dict[int, tuple[str, str, str]] = {
    400: (
        "This was not accepted",
        "The request could not be understood.",
        "Go back, look at what was sent, and try again.",
    ),
    401: (
        "Who is asking?",
        "This needs a token, and the one given is missing, unknown, expired or "
        "revoked.",
        "Make one with `flask --app wsgi tokens add` and send it as "
        "“Authorization: Bearer …”.",
    ),
    403: (
        "This is not allowed",
        "You may not do this.",
        "Ask whoever runs this library.",
    ),
    404: (
        "This is not here",
        "There is no such page, or it has been deleted.",
        "Check the address, or look for it from the start page.",
    ),
    405: (
        "This cannot be done here",
        "This address does not take that kind of request.",
        "Open the page itself and use its buttons.",
    ),
    409: (
        "This does not fit what is stored",
        "Something else was stored meanwhile; nothing was changed.",
        "Open the page again and look at what is there now.",
    ),
    413: (
        "This is too large",
        "What was sent is larger than this page takes; nothing was stored.",
        "Send less at once: split the document, or import it from the command line.",
    ),
    415: (
        "This format is not read here",
        "The kind of content that was sent is not read at this address.",
        "Send it as the page or the description of the API says.",
    ),
    422: (
        "This was not accepted",
        "Something in the request is missing or of the wrong kind.",
        "See “errors” for each field, correct it and send it again.",
    ),
    500: (
        "Something broke",
        "The mistake is ours. Nothing was stored by this request.",
        "Try again; if it happens again, report it with the request's number below.",
    ),
    503: (
        "Not right now",
        "The library cannot be used at the moment; nothing was stored.",
        "Try again in a moment.",
    ),
}

FORM_TOO_OLD = (
    "This form was not accepted",
    "The form was opened in another session, or the browser sends no cookies. Nothing "
    "was stored.",
    "Open the page again and send the form once more. What you typed is kept below, as "
    "far as it was text.",
)
#: What the database says, lower case: cause, next step, seconds to wait.
FAILURES: tuple[tuple[tuple[str, ...], tuple[str, str, int]], ...] = (
    (
        ("locked", "busy", "deadlock", "lock timeout"),
        (
            "Another program is writing to the library; nothing was stored.",
            "Try again in some seconds.",
            5,
        ),
    ),
    (
        ("full", "disk i/o error", "no space left", "file too large"),
        (
            "The disk has no space left; nothing was stored.",
            "Free some space and try again. No restart is needed.",
            60,
        ),
    ),
    (
        ("no such table",),
        (
            "The library has not been made yet.",
            "Start it with `flask --app wsgi serve`, which makes it.",
            10,
        ),
    ),
    (
        ("readonly", "read-only", "unable to open"),
        (
            "The library's file cannot be written; nothing was stored.",
            "Check who owns the instance folder and its files.",
            60,
        ),
    ),
)
UNREACHABLE = (
    "The database cannot be reached; nothing was stored.",
    "Try again in some seconds.",
    10,
)
