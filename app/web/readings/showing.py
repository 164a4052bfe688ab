"""Put how far a reading is into words."""

from dataclasses import replace

from app.store.models import Job, JobStatus
from app.web.articles.showing import Progress, progress_in

_MESSAGES = {
    JobStatus.QUEUED: "Waiting to be read.",
    JobStatus.RUNNING: "Reading.",
    JobStatus.DONE: "Read.",
    JobStatus.CANCELLED: "Stopped; nothing was imported.",
    JobStatus.FAILED: "Nothing was imported.",
}


def reading_progress(job: Job) -> Progress:
    """Say how far a reading job is: its text is read at one go, so it has no parts."""
    return replace(progress_in(job, _MESSAGES, "Stopping."), done=0, total=0)


def revised_by(job: Job) -> int | None:
    """Give the article that a refused text would revise, if it was refused for that."""
    is_refused = job.status is JobStatus.FAILED and not job.may_revise
    return job.article_id if is_refused else None
