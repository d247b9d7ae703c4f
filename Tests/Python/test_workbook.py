"""Lists as workbooks, read by a program that is not ours."""
import datetime
import io
import json
import subprocess

import openpyxl
import pytest
from moulin_binary import Moulin, ROOT, binary


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    with Moulin() as moulin:
        assert moulin("db", "start").returncode == 0
        assert moulin("setup", "--name", "Atelier", "--person", "Ana Roche", "--as", "ana").returncode == 0
        names = ["=HYPERLINK(\"http://x\")", "+33", "@SUM(A1)", "Val & Fils <b>"]
        lines = tmp_path_factory.mktemp("batch") / "donors.jsonl"
        lines.write_text("".join(
            json.dumps({"command": "add-donor", "kind": "association", "name": name}) + "\n"
            for name in names + [f"Donor {number}" for number in range(150)]))
        assert moulin("batch", lines, "--as", "ana").returncode == 0
        yield moulin, names


def workbook(moulin, *words):
    run = subprocess.run([binary(), *words, "--format", "xlsx", "--as", "ana"], cwd=ROOT, capture_output=True,
                         timeout=300, env=moulin.environment)
    assert run.returncode == 0, run.stderr
    return openpyxl.load_workbook(io.BytesIO(run.stdout)).active


def test_a_whole_list_is_exported_and_no_cell_is_a_formula(house):
    moulin, names = house

    rows = list(workbook(moulin, "export", "donors").iter_rows())

    assert len(rows) == 1 + 154
    said = [row[2] for row in rows[1:]]
    assert [cell.value for cell in said[:4]] == names
    assert all(cell.data_type != "f" for row in rows for cell in row)
    assert said[0].quotePrefix and said[1].quotePrefix and said[2].quotePrefix
    assert [row[0].value for row in rows[1:]] == list(range(1, 155))


def test_numbers_and_instants_are_typed(house):
    moulin, _ = house
    moulin.done("donor", "link", "1", "--as", "ana")

    rows = list(workbook(moulin, "donor", "links", "1").iter_rows(values_only=True))

    assert rows[0][0] == "link"
    assert rows[1][0] == 1
    assert isinstance(rows[1][1], datetime.datetime)
    assert isinstance(rows[1][3], datetime.datetime)
    assert rows[1][4] is True
