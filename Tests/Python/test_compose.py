"""docker-compose.yml is valid, and the check that says so can fail."""

import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def config(text, folder, **environment):
    file = folder / "docker-compose.yml"
    file.write_text(text)
    command = ["docker-compose", "-f", str(file), "--project-directory", str(ROOT), "--profile", "replica",
               "config", "-q"]
    return subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True)


@pytest.fixture
def text():
    return (ROOT / "docker-compose.yml").read_text()


@pytest.mark.parametrize("major", ["15", "16", "17"])
def test_the_file_is_valid_for_each_major_version(text, tmp_path, major):
    answer = config(text, tmp_path, PG_MAJOR=major)

    assert (answer.returncode, answer.stdout) == (0, ""), answer.stderr


def test_a_condition_that_does_not_exist_is_refused(text, tmp_path):
    wrong = text.replace("service_completed_successfully", "service_finished_somehow")
    assert wrong != text

    answer = config(wrong, tmp_path)

    assert answer.returncode != 0
    assert "service_finished_somehow" in answer.stderr
