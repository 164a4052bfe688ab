"""Errors that a person reads: each message is a sentence with its place."""


class DomainError(Exception):
    """A refusal whose message is shown to the person as it stands."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InputError(DomainError):
    """What was given cannot be read or breaks a bound; nothing was stored."""


class NotFoundError(DomainError):
    """The thing named does not exist, or belongs to someone else."""


class ConflictError(DomainError):
    """The request contradicts what is already stored; nothing was changed."""


class ChangedError(ConflictError):
    """An article is here with other text: a person may take that as a revision.

    `article_id` is that article, where it is still here.
    """

    def __init__(self, message: str, article_id: int | None = None) -> None:
        super().__init__(message)
        self.article_id = article_id
