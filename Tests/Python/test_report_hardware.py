"""The reporter of the boot stick, run by the plain shell with programs that only pretend."""

import json
import os
import pathlib
import subprocess

import pytest

REPORTER = pathlib.Path(__file__).parents[2] / "Scripts" / "report-hardware"

DMIDECODE = """# dmidecode 3.4
SMBIOS 2.7 present.

Handle 0x0100, DMI type 1, 27 bytes
System Information
\tManufacturer: Dell "Inc." \\ Sons
\tSerial Number: 7MOULIN
"""


def program(folder, name, script):
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.fixture
def stick(tmp_path):
    """A folder with pretended programs, and how to run the reporter there."""
    programs = tmp_path / "bin"
    programs.mkdir()
    (tmp_path / "dmi.txt").write_text(DMIDECODE)
    program(programs, "dmidecode", f"cat {tmp_path}/dmi.txt")
    program(programs, "lshw", 'printf \'{"class": "system", "serial": "7MOULIN"}\'')
    program(
        programs,
        "smartctl",
        'case $1 in --scan) echo "/dev/sda -d scsi # x"; echo "/dev/sdb -d scsi # y";; '
        '*) printf \'{"serial_number": "%s"}\' "$5"; exit 64;; esac',
    )
    program(programs, "upower", "printf 'native-path: BAT0\\n  energy-full: 39,2 Wh\\n'")

    def run(*arguments, **environment):
        return subprocess.run(
            ["sh", str(REPORTER), *arguments],
            cwd=tmp_path,
            env={"PATH": f"{programs}:{os.environ['PATH']}", **environment},
            capture_output=True,
            text=True,
            timeout=120,
        )

    run.folder = tmp_path
    run.programs = programs
    return run


def reports(stick, where="reports"):
    return sorted((stick.folder / where).glob("report-*.json"))


def test_the_words_of_all_programs_are_one_json_object(stick):
    done = stick("--label", 'M-0000-1J"')

    assert done.returncode == 0, done.stderr
    [path] = reports(stick)
    report = json.loads(path.read_text())
    assert report["moulin_report"] == 1
    assert report["label"] == 'M-0000-1J"'
    assert report["dmidecode"] == DMIDECODE.rstrip("\n")
    assert json.loads(report["lshw"])["serial"] == "7MOULIN"
    assert [json.loads(one)["serial_number"] for one in report["smartctl"]] == ["/dev/sda", "/dev/sdb"]
    assert report["upower"].splitlines()[0] == "native-path: BAT0"


def test_a_program_that_is_missing_leaves_its_part_out(stick):
    for name in ("lshw", "upower", "smartctl"):
        program(stick.programs, name, "exit 127")
        (stick.programs / name).unlink()

    done = stick(PATH=f"{stick.programs}:/usr/bin:/bin")

    assert done.returncode == 0, done.stderr
    assert json.loads(reports(stick)[0].read_text())["dmidecode"].startswith("# dmidecode")


def test_what_cannot_be_posted_is_kept_and_posted_next_time(stick):
    program(stick.programs, "curl", "exit 7")
    first = stick("--post", "http://moulin.example/x")
    assert first.returncode == 75
    assert len(reports(stick)) == 1

    program(
        stick.programs,
        "curl",
        f'for word; do case $word in @*) cat "${{word#@}}" >>{stick.folder}/sent;; esac; done',
    )
    second = stick("--post", "http://moulin.example/x", MOULIN_DONATION="7")

    assert second.returncode == 0, second.stderr
    assert reports(stick) == []
    assert len(reports(stick, "reports/posted")) == 2
    sent = [json.loads(line) for line in (stick.folder / "sent").read_text().splitlines()]
    assert [one["donation"] for one in sent] == [7, 7]
    assert json.loads(sent[0]["report"])["dmidecode"].startswith("# dmidecode")


def test_wrong_usage_is_told(stick):
    done = stick("--nonsense")

    assert done.returncode == 64
    assert "usage" in done.stderr
