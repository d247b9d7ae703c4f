"""`moulin doctor`: what is well, what is not, and what the exit status says of it."""
import os

import pytest
from moulin_binary import Moulin


@pytest.fixture(scope="module")
def house():
    with Moulin() as moulin:
        made = moulin("setup", "--name", "Atelier", "--as", "ana", "--person", "Ana Martin", "--address", "1 rue du Moulin")
        assert made.returncode == 0, made.stderr
        assert moulin("db", "start").returncode == 0
        yield moulin


def verdicts(moulin, **environment):
    """The exit status, and the verdict of each check."""
    import json
    run = moulin("doctor", "--format", "json", **environment)
    return run.returncode, {row["check"]: row["verdict"] for row in json.loads(run.stdout)["rows"]}


def test_a_fresh_house_has_nothing_bad_and_owes_a_backup(house):
    status, found = verdicts(house)

    assert status == 0
    assert found.pop("backup") == "doubtful"
    found.pop("disk_space")
    assert set(found) == {"server", "version", "durability", "clock", "encoding", "schema", "grants", "letters", "anchors", "keys", "fonts"}
    assert "bad" not in found.values()


def test_a_backup_is_known_afterwards(house, tmp_path):
    os.chmod(tmp_path, 0o755)
    assert house("db", "backup", tmp_path / "house.dump").returncode == 0

    assert verdicts(house)[1]["backup"] == "good"


def test_a_key_that_others_may_read_is_bad(house):
    key = os.path.join(house.home, "secrets", "signing.key")
    os.chmod(key, 0o644)
    open_, status = verdicts(house)[1]["keys"], verdicts(house)[0]
    os.chmod(key, 0o600)

    assert (open_, status) == ("bad", 78)
    assert verdicts(house)[1]["keys"] == "good"


def test_a_grant_too_many_is_bad(house):
    house("db", "psql", "--", "-qc", "GRANT DELETE ON core.device TO moulin_main")
    found = verdicts(house)
    house("db", "psql", "--", "-qc", "REVOKE DELETE ON core.device FROM moulin_main")

    assert (found[0], found[1]["grants"]) == (78, "bad")
    assert verdicts(house)[0] == 0


def test_a_server_that_is_not_there_is_bad_and_said_in_both_languages(house):
    nowhere = {"DATABASE_URL": "postgresql://127.0.0.1:1/nowhere"}

    assert verdicts(house, **nowhere)[1]["server"] == "bad"
    assert house("doctor", **nowhere).returncode == 78
    assert "ne répond pas" in house("doctor", MOULIN_LANGUAGE="fr", **nowhere).stdout
