"""Put how far a reading is into words."""

from app.store.models import OPEN_JOB, Job, JobStatus
from app.web.articles.showing import Progress

_MESSAGES = {
    JobStatus.QUEUED: "Waiting to be read.",
    JobStatus.RUNNING: "Reading.",
    JobStatus.DONE: "Read.",
    JobStatus.CANCELLED: "Stopped; nothing was imported.",
    JobStatus.FAILED: "Nothing was imported.",
}


def reading_progress(job: Job) -> Progress:
    """Say how far a reading job is: its text is read at one go, so it has no parts."""
    message = job.reason or _MESSAGES[job.status]
    is_open = job.status in OPEN_JOB
    is_stopping = is_open and job.is_cancel_wanted
    if is_stopping:
        message = "Stopping."
    return Progress(
        0, 0, job.status.value, message, is_open=is_open, is_stopping=is_stopping
    )


def revised_by(job: Job) -> int | None:
    """Give the article that a refused text would revise, if it was refused for that."""
    is_refused = job.status is JobStatus.FAILED and not job.may_revise
    return job.article_id if is_refused else None
