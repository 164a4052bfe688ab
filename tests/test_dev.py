"""dev.py is run in a copy of the checkout, with programs that write down their call."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
VERSION = f"python{sys.version_info[0]}.{sys.version_info[1]}"
PRETEND_BARE = "import sys; sys.modules['ensurepip'] = None"
PRETEND_OLD = "import sys; sys.version_info = (3, 10, 0); sys.version = '3.10.0'"
RUN_DEV = "import runpy, sys; sys.argv[0] = 'dev.py'; runpy.run_path('dev.py', {}, "
RUN_DEV += "'__main__')"


@dataclass(frozen=True)
class Checkout:
    root: Path

    @property
    def programs(self) -> Path:
        return self.root / "programs"

    def write_program(self, path: Path, ending: str = "") -> None:
        """Write a program that notes its name and arguments, then does `ending`."""
        path.parent.mkdir(parents=True, exist_ok=True)
        calls = self.root / "calls"
        path.write_text(f'#!/bin/sh\necho "{path.name} $*" >> {calls}\n{ending}\n')
        path.chmod(0o755)

    def add_browser(self) -> None:
        self.write_program(self.programs / "chromium")

    def dev(
        self, *arguments: str, pretend: str = "pass", **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        """Run dev.py where only our own programs are on PATH."""
        return subprocess.run(
            [sys.executable, "-c", f"{pretend}\n{RUN_DEV}", *arguments],
            cwd=self.root,
            env={"PATH": str(self.programs), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self, word: str) -> list[str]:
        """Return the calls that hold this word, and forget all."""
        path = self.root / "calls"
        lines = path.read_text().splitlines() if path.exists() else []
        path.unlink(missing_ok=True)
        return [line for line in lines if word in line]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    shutil.copy(ROOT / "dev.py", tmp_path)
    (tmp_path / "requirements").mkdir()
    for lock in ("run", "test"):
        (tmp_path / "requirements" / f"{lock}.txt").write_text("")
    made = Checkout(tmp_path)
    made.programs.mkdir()
    made.write_program(tmp_path / ".venv/bin/python")
    packages = tmp_path / ".venv/lib" / VERSION / "site-packages"
    (packages / "pip").mkdir(parents=True)
    made.write_program(packages / "playwright/driver/node")
    return made


def test_the_first_start_installs_hashed_wheels_and_serves(checkout: Checkout) -> None:
    assert checkout.dev("run").returncode == 0
    install, serve = checkout.calls("python")
    assert "--require-hashes --only-binary :all:" in install
    assert install.endswith("requirements/run.txt")
    assert serve == "python -m flask --app wsgi serve --port 8000"


def test_the_second_start_installs_nothing(checkout: Checkout) -> None:
    checkout.dev("run")
    checkout.calls("python")
    checkout.dev("run", "--port", "8001", "--no-samples")
    assert checkout.calls("python") == [
        "python -m flask --app wsgi serve --port 8001 --no-samples"
    ]


def test_a_changed_lock_is_installed(checkout: Checkout) -> None:
    checkout.dev("run")
    checkout.calls("python")
    (checkout.root / "requirements/run.txt").write_text("# changed\n")
    checkout.dev("run")
    assert len(checkout.calls("pip install")) == 1


@pytest.mark.parametrize(
    ("first", "second", "installs"), [("test", "run", 0), ("run", "test", 1)]
)
def test_the_test_set_holds_the_run_set_but_not_the_other_way_round(
    checkout: Checkout, first: str, second: str, installs: int
) -> None:
    checkout.dev(first)
    checkout.calls("python")
    checkout.dev(second)
    assert len(checkout.calls("pip install")) == installs


def test_after_a_failed_install_nothing_is_served_and_the_next_start_tries_again(
    checkout: Checkout,
) -> None:
    checkout.write_program(checkout.root / ".venv/bin/python", "exit 1")
    assert checkout.dev("run").returncode == 2
    assert checkout.calls("serve") == []
    checkout.dev("run")
    assert len(checkout.calls("pip install")) == 1


def test_uv_installs_where_it_is_on_the_path(checkout: Checkout) -> None:
    checkout.write_program(checkout.programs / "uv")
    checkout.dev("run")
    (call,) = checkout.calls("uv")
    assert call.startswith("uv pip install --python")
    assert "--require-hashes --only-binary :all:" in call


def test_the_environment_of_another_python_is_made_anew(checkout: Checkout) -> None:
    libraries = checkout.root / ".venv/lib"
    (libraries / VERSION).rename(libraries / "python3.10")
    result = checkout.dev("run")
    assert "Making .venv" in result.stdout
    assert (libraries / VERSION / "site-packages" / "pip").is_dir()
    assert not (libraries / "python3.10").exists()


def test_without_ensurepip_and_apt_one_line_says_what_to_do(
    checkout: Checkout,
) -> None:
    shutil.rmtree(checkout.root / ".venv")
    result = checkout.dev("run", pretend=PRETEND_BARE)
    assert result.returncode == 2
    assert result.stderr == (
        "This Python cannot make environments yet; as root: "
        "apt-get update && apt-get install -y python3-venv\n"
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="apt-get is called by root only")
def test_root_on_debian_installs_what_makes_environments(checkout: Checkout) -> None:
    shutil.rmtree(checkout.root / ".venv")
    checkout.write_program(checkout.programs / "apt-get")
    checkout.dev("run", pretend=PRETEND_BARE)
    update, install = checkout.calls("apt-get")
    assert update.endswith("update")
    assert install.endswith("python3-venv")


def test_an_old_python_is_refused_with_a_sentence(checkout: Checkout) -> None:
    result = checkout.dev("run", pretend=PRETEND_OLD)
    assert result.returncode == 2
    assert "needs Python 3.11 or newer; this is 3.10.0" in result.stderr


@pytest.mark.parametrize("arguments", [[], ["walk"], ["run", "--fast"]])
def test_wrong_usage_is_status_2(checkout: Checkout, arguments: list[str]) -> None:
    result = checkout.dev(*arguments)
    assert result.returncode == 2
    assert "usage: dev.py" in result.stderr


def test_the_server_takes_the_place_of_dev_py(checkout: Checkout) -> None:
    checkout.write_program(checkout.root / ".venv/bin/python", "echo $$")
    with subprocess.Popen(
        [sys.executable, "dev.py", "run"], cwd=checkout.root, stdout=subprocess.PIPE
    ) as process:
        output, _ = process.communicate()
    assert output.split()[-1] == str(process.pid).encode()


def test_pytest_is_given_what_follows_and_the_browser(checkout: Checkout) -> None:
    checkout.add_browser()
    checkout.write_program(
        checkout.root / ".venv/bin/python", 'echo "browser=$CHROMIUM"'
    )
    result = checkout.dev("test", "--slow", "-k", "retention", "tests/domain")
    assert checkout.calls("-m pytest") == [
        "python -m pytest -n 2 --dist loadfile --slow -k retention tests/domain"
    ]
    assert result.stdout.endswith(f"browser={checkout.programs / 'chromium'}\n")


@pytest.mark.parametrize("status", [0, 1, 5])
def test_the_exit_status_is_that_of_pytest(checkout: Checkout, status: int) -> None:
    checkout.add_browser()
    checkout.write_program(
        checkout.root / ".venv/bin/python",
        f'case "$*" in *"-m pytest"*) exit {status};; esac',
    )
    assert checkout.dev("test").returncode == status


@pytest.mark.parametrize(
    ("environment", "status"),
    [({}, 0), ({"CI": "true"}, 1), ({"REQUIRE_BROWSER": "1"}, 1)],
)
def test_a_missing_browser_is_said_last_and_fails_where_it_is_demanded(
    checkout: Checkout, environment: dict[str, str], status: int
) -> None:
    result = checkout.dev("test", **environment)
    assert result.returncode == status
    assert result.stdout.splitlines()[-1] == (
        "BROWSER TESTS NOT RUN (no Chromium on PATH; "
        "as root: apt-get update && apt-get install -y chromium libatomic1)"
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="apt-get is called by root only")
def test_root_on_debian_installs_the_browser_and_what_its_driver_lacks(
    checkout: Checkout,
) -> None:
    driver = checkout.root / ".venv/lib" / VERSION / "site-packages/playwright/driver"
    checkout.write_program(driver / "node", "exit 127")
    checkout.write_program(checkout.programs / "apt-get")
    checkout.dev("test")
    _, install = checkout.calls("apt-get")
    assert install.endswith("chromium fonts-liberation libatomic1")


@pytest.mark.parametrize(
    ("environment", "outcome"), [({}, "1 skipped"), ({"CI": "true"}, "1 error")]
)
def test_a_browser_test_without_a_browser_is_skipped_or_fails_as_demanded(
    environment: dict[str, str], outcome: str
) -> None:
    test = "tests/support/test_browser.py::test_a_page_without_javascript_runs_none"
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test],
        cwd=ROOT,
        env={"PATH": "", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome in result.stdout.splitlines()[-1]
