"""What the scripts promise: the counts of Scripts/test, the order of Scripts/setup, the numbers of migrations."""

import os
import pathlib
import shutil
import subprocess

import pytest

SCRIPTS = pathlib.Path(__file__).resolve().parents[2] / "Scripts"

CASES = {
    "passed": "<testcase name='a'/>",
    "failed": "<testcase name='b'><failure message='no'/></testcase>",
    "broken": "<testcase name='c'><error/></testcase>",
    "skipped": "<testcase name='d'><skipped>why</skipped></testcase>",
}


def results(folder, *names):
    for index, name in enumerate(names):
        text = CASES.get(name, name)
        (folder / f"{index}.xml").write_text(f"<testsuites><testsuite>{text}</testsuite></testsuites>")
    return subprocess.run([SCRIPTS / "test", "--count", folder], capture_output=True, text=True)


@pytest.mark.parametrize(
    ("names", "line", "code"),
    [
        (["passed", "passed", "skipped"], "2 passed, 0 failed, 1 skipped", 0),
        (["passed", "failed", "broken"], "1 passed, 2 failed, 0 skipped", 1),
        (["skipped"], "0 passed, 0 failed, 1 skipped", 1),
        ([], "0 passed, 0 failed, 0 skipped", 1),
        (["passed", "<testcase"], "1 passed, 1 failed, 0 skipped", 1),
    ],
)
def test_the_last_line_sums_all_results(tmp_path, names, line, code):
    answer = results(tmp_path, *names)

    assert (answer.stdout.splitlines()[-1], answer.returncode) == (line, code)


@pytest.fixture
def bare_machine(tmp_path):
    """A machine where no package is installed and every change is only written down."""
    record = tmp_path / "record"
    programs = tmp_path / "bin"
    programs.mkdir()
    written_down = f'#!/bin/sh\necho "$(basename "$0") $*" >>{record}\n'
    for name, text in {
        "apt-get": written_down,
        "dpkg-query": "#!/bin/sh\nexit 1\n",
        "sed": written_down.replace("echo", 'case "$1" in -n*) exec /bin/sed "$@";; esac\necho'),
        "sudo": '#!/bin/sh\nexec "$@"\n',
    }.items():
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)

    def run(*arguments):
        environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}"}
        subprocess.run([SCRIPTS / "setup", *arguments], env=environment, check=True, capture_output=True)
        return record.read_text().splitlines()

    return run


def position(lines, *words):
    return next(i for i, line in enumerate(lines) if all(word in line.split() for word in words))


def test_debian_is_told_to_make_no_cluster_before_the_server_is_installed(bare_machine):
    lines = bare_machine()

    told = next(i for i, line in enumerate(lines) if line.startswith("sed -i") and "create_main_cluster" in line)
    assert position(lines, "install", "postgresql-common") < told < position(lines, "install", "postgresql-15")


def test_the_readers_of_the_tests_are_installed_only_for_tests(bare_machine):
    plain = " ".join(bare_machine())
    assert "zbar-tools" not in plain

    assert "zbar-tools" in " ".join(bare_machine("--tests"))


def test_migrations_are_numbered_one_after_the_other(tmp_path):
    (tmp_path / "Scripts").mkdir()
    (tmp_path / "Schema/migrations").mkdir(parents=True)
    shutil.copy(SCRIPTS / "new-migration", tmp_path / "Scripts")

    def begin(name):
        return subprocess.run([tmp_path / "Scripts/new-migration", name], cwd="/", capture_output=True, text=True)

    first = begin("devices")
    (tmp_path / "Schema/migrations/0008_prices.sql").touch()
    second = begin("Shipments have a weight")
    refused = begin("../escape")

    assert first.stdout == "Schema/migrations/0001_devices.sql\n"
    assert second.stdout == "Schema/migrations/0009_shipments_have_a_weight.sql\n"
    assert (refused.returncode, refused.stdout) == (64, "")
    assert (tmp_path / "Schema/migrations/0009_shipments_have_a_weight.sql").read_text().startswith(
        "-- Shipments have a weight.\n")
