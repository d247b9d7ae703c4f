"""What the comparisons need of the package index, in a virtual environment of the user's cache folder."""
import os
import pathlib
import shutil
import subprocess
import sys

PACKAGES = ["django==5.2.*", "psycopg[binary]", "gunicorn", "fastapi", "uvicorn[standard]", "asyncpg", "polars", "openpyxl"]


def folder():
    """The programs of the environment, which is filled when its list of packages has changed."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    environment = pathlib.Path(cache) / "moulin-bench/venv"
    stamp = environment / "packages"
    wanted = "\n".join(PACKAGES)
    if not stamp.exists() or stamp.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run([environment / "bin/pip", "install", "-q", *PACKAGES], check=True)
        stamp.write_text(wanted)
    return environment / "bin"


def program(name):
    """A program of the system that a comparison runs."""
    path = shutil.which(name)
    if path is None:
        raise SystemExit(f"bench: {name} is missing: install Debian's package {name}")
    return path


def peer(name, *words, **options):
    """The words that one of our small programs in the other language's manner prints."""
    command = [folder() / "python", f"Scripts/benchmarks/peers/{name}.py", *words]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise SystemExit(f"bench: {name}: {done.stderr[-600:]}")
    return done.stdout.split()
