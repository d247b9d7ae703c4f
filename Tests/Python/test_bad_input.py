"""What people do by mistake: one clear sentence each, the right exit code, nothing half-done."""
import json
import socket
import subprocess

import pytest
from moulin_binary import Moulin

REFUSED, NO_SERVER, NOT_ALLOWED, WRONGLY_INSTALLED = 65, 69, 77, 78
GOOD = "Type;Make;Model;Serial\nLaptop;Dell;Latitude 5490;7XKQ2M2\n"

FILES = [
    # name, content, what the sentence names
    ("report.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF"),
    ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image"),
    ("empty.csv", b"", "empty"),
    ("no-heading.csv", b"Laptop;Dell;Latitude;7XKQ2M2\nLaptop;HP;EliteBook;5CD8420\n", "heading"),
    ("nul.csv", GOOD.encode() + b"Laptop;De\x00ll;Latitude;9XKQ2M2\n", "NUL"),
    ("one-huge-field.csv", b"Type;Make;Model;Serial\nLaptop;Dell;" + b"x" * (50 << 20) + b";7XKQ2M2\n", "cell"),
    ("open-quote.csv", b'Type;Make;Model;Serial\nLaptop;"Dell;Latitude;7XKQ2M2\n' + b"Laptop;HP;x;y\n" * 50, "quot"),
]


@pytest.fixture(scope="module")
def house():
    with Moulin() as moulin:
        moulin("setup", "--name", "Atelier", "--person", "Ana", "--as", "ana")
        moulin.environment["MOULIN_AS"] = "ana"
        assert moulin("db", "start").returncode == 0
        donor = {"kind": "company", "name": "Ateliers du Val", "legal_form": "SAS", "siren": "552100554"}
        moulin.done("donor", "add", "--json", json.dumps(donor))
        given = {"donor": 1, "lines": [{"kind": "laptop", "quantity": 1}]}
        moulin.done("donation", "announce", "--json", json.dumps(given))
        moulin.done("donation", "receive", "1", "M. Val")
        yield moulin


def devices(moulin):
    return len(moulin.done("device", "list")["rows"])


def is_one_clear_answer(run, code):
    """The code, something said, and neither a trace nor an internal name."""
    assert run.returncode == code, (run.returncode, run.stderr[-500:])
    said = (run.stderr + run.stdout).strip()
    assert said
    assert "Fatal error" not in said and "swift" not in said.lower() and "SQLSTATE" not in said
    return said


@pytest.mark.parametrize(("name", "content", "word"), FILES, ids=[name for name, _, _ in FILES])
def test_a_file_that_is_no_list_is_refused_whole(house, tmp_path, name, content, word):
    before = devices(house)
    path = tmp_path / name
    path.write_bytes(content)

    said = is_one_clear_answer(house("import", "devices", path, "--donation", "1"), REFUSED)

    assert word.lower() in said.lower(), said
    assert devices(house) == before


def test_a_file_that_is_not_there_is_named(house):
    run = house("import", "devices", "/nowhere/list.csv", "--donation", "1")
    assert run.returncode != 0
    assert "/nowhere/list.csv" in run.stderr


def test_one_bad_row_keeps_the_whole_list_out_and_the_corrected_one_goes_in(house, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(GOOD + "Spaceship;Acme;Rocket;9XKQ2M2\n", encoding="utf-8")
    before = devices(house)

    said = is_one_clear_answer(house("import", "devices", path, "--donation", "1"), REFUSED)
    assert "3" in said and "Spaceship" in said, said
    assert devices(house) == before

    path.write_text(GOOD, encoding="utf-8")
    assert house("import", "devices", path, "--donation", "1").returncode == 0
    assert house("import", "devices", path, "--donation", "1").returncode == 0
    assert devices(house) == before + 1


def test_no_database_is_said_with_its_address(house):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        run = house("device", "list", DATABASE_URL=f"postgresql://127.0.0.1:{port}/moulin?connect_timeout=3")
    is_one_clear_answer(run, NO_SERVER)


def test_a_wrong_password_is_neither_shown_nor_taken_for_a_missing_server(house):
    conninfo = f"host={house.home}/run/socket dbname=moulin"
    run = house("device", "list", DATABASE_URL=conninfo, MOULIN_MAIN_USER="nobody_at_all", MOULIN_MAIN_PASSWORD="hunter22")
    said = is_one_clear_answer(run, NO_SERVER)
    assert "hunter22" not in said


def test_a_schema_of_another_version_is_not_touched(house):
    conninfo = f"host={house.home}/run/socket user=moulin dbname=moulin"
    psql = ["psql", "-XAtqc"]
    spoil = "UPDATE lifecycle.fingerprint SET sha256 = 'another' RETURNING 1"
    found = subprocess.run(
        [*psql, "SELECT count(*) FROM core.device", conninfo], capture_output=True, text=True, env=house.environment)
    assert found.returncode == 0, found.stderr
    run = subprocess.run([*psql, spoil, conninfo], capture_output=True, text=True, env=house.environment)
    assert run.returncode == 0, run.stderr

    answer = house("device", "list", DATABASE_URL=f"host={house.home}/run/socket dbname=moulin")

    is_one_clear_answer(answer, WRONGLY_INSTALLED)
    # A private server is brought to this program's schema without a word.
    assert house("device", "list").returncode == 0


def test_a_stranger_is_told_whom_to_ask(house):
    said = is_one_clear_answer(house("device", "list", "--as", "eve"), NOT_ALLOWED)
    assert "eve" in said


def test_a_home_that_cannot_be_written_is_named(tmp_path):
    path = tmp_path / "file"
    path.write_text("not a folder")
    with Moulin() as moulin:
        run = moulin("db", "start", MOULIN_HOME=str(path))
    assert run.returncode != 0
    assert str(path) in run.stderr
