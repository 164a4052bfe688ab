import pytest

from app.domain.writing.parsing import Parses, Pipelines
from app.language.pipelines import load_pipelines


@pytest.fixture(scope="session")
def pipelines() -> Pipelines:
    return load_pipelines()


@pytest.fixture(scope="session")
def parses(pipelines: Pipelines) -> Parses:
    return Parses(pipelines.parse)
