"""What the locked packages must be: hashed wheels that we may hand on."""

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = ("run", "test")
FREE = {
    "0BSD",
    "Apache Software License",
    "Apache-2.0",
    "BSD",
    "BSD License",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC License (ISCL)",
    "MIT",
    "MIT License",
    "PSF-2.0",
    "Zlib",
    "Zope Public License",
}
# What the metadata does not say, or says of a licence that binds us to something.
READ_BY_A_PERSON = {
    "certifi": "MPL-2.0: a list of certificates, handed on as it is",
    "defusedxml": "PSF-2.0: its LICENSE file is the Python licence",
    "huey": "its LICENSE file is the MIT text",
    "psycopg": "LGPL-3.0: imported, neither changed nor copied",
    "psycopg-binary": "LGPL-3.0: imported, neither changed nor copied",
    "pypdfium2": "BSD-3-Clause or Apache-2.0; PDFium's own parts likewise",
    "pysqlite3": "its LICENSE file is the zlib text",
    "regex": "Apache-2.0, and the CNRI licence of old Python",
    "tld": "MPL-1.1 of the three it offers: imported, handed on as it is",
    "tqdm": "MPL-2.0 and MIT: imported by spacy, handed on as it is",
}


def locked(lock: str) -> dict[str, str]:
    """Return what a lock pins, name to the rest of its entry (version and hashes)."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    entries = re.sub(r"\s*\\\n\s*", " ", re.sub(r"(?m)^\s*#.*\n", "", text))
    return dict(entry.split("==", 1) for entry in entries.splitlines())


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_its_version_and_hashes(lock: str) -> None:
    entries = locked(lock)
    assert entries
    pinned = re.compile(r"\S+( ; [^-]+)?( --hash=sha256:[0-9a-f]{64})+")
    assert {n: rest for n, rest in entries.items() if not pinned.fullmatch(rest)} == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_registry(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    assert re.findall(r"(?i)\S*(?:https?:|index-url|find-links|@ )\S*", text) == []


def test_what_is_run_is_what_is_tested() -> None:
    tested = locked("test")
    assert {n: rest for n, rest in locked("run").items() if tested.get(n) != rest} == {}


@pytest.mark.parametrize(("lock", "extra"), [("run", ""), ("test", "test")])
def test_a_lock_holds_all_that_is_asked_for(lock: str, extra: str) -> None:
    entries = locked(lock)
    missing = [
        str(asked)
        for asked in asked_for(extra)
        if (name := canonicalize_name(asked.name)) not in entries
        or not asked.specifier.contains(entries[name].split()[0])
    ]
    assert missing == []


def asked_for(extra: str) -> list[Requirement]:
    """Return what pyproject.toml asks for, with that of an extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = project["dependencies"] + project["optional-dependencies"].get(extra, [])
    return [Requirement(line) for line in asked]


@pytest.mark.parametrize("name", sorted(locked("run")))
def test_each_package_that_is_run_has_a_licence_that_allows_it(name: str) -> None:
    try:
        metadata = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("not for this platform")
    stated = stated_licence(metadata)
    parts = re.split(r" (?:AND|OR|WITH) |; ", stated)
    assert name in READ_BY_A_PERSON or set(parts) <= FREE, stated


def stated_licence(metadata: importlib.metadata.PackageMetadata) -> str:
    """Return the SPDX expression, else the classifiers, else the free text."""
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in metadata.get_all("Classifier", [])
        if line.startswith("License ::")
    ]
    return str(
        metadata["License-Expression"]
        or "; ".join(classifiers)
        or metadata["License"]
        or "unknown"
    )


def test_no_licence_is_excused_for_a_package_that_is_gone() -> None:
    assert set(READ_BY_A_PERSON) <= set(locked("run"))
