"""A curious person with a terminal: no income in any log, and no way to it with the login of the workshop."""
import json
import pathlib
import urllib.error
import urllib.request

import pytest

# A quotient that nobody else has; it is above every ceiling.
INCOME = "7345179"
WORKSHOP = "SET moulin.org = '1'; "


class Desk:
    """The desk of the social services, over the service's JSON door."""

    def __init__(self, town):
        self.town = town
        self.key = town.key("bea")

    def __call__(self, command, body):
        """The status and the answer; a text is sent as it is."""
        sent = body if isinstance(body, str) else json.dumps(body)
        request = urllib.request.Request(
            f"{self.town.address}/api/v1/commands/{command}", data=sent.encode(),
            headers={"Authorization": f"Bearer {self.key}", "Content-Type": "application/json", "If-Match": "*"})
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


@pytest.fixture(scope="module")
def application(town):
    """An application whose income is known to the social services, after everything that went wrong on the way."""
    desk = Desk(town)
    status, entered = desk("enter-application", {
        "persons": 1, "children_in_education": 0, "kinds": ["laptop"],
        "adults": [{"family_name": "Canarelli", "given_name": "Serin", "born_on": "1971-02-03"}],
        "means": {"official": {"quotient": int(INCOME), "fund": "caf"}}})
    assert status == 200, entered
    number = json.loads(entered)["application"]
    refused = [
        desk("set-evidence", {"application": number, "official": {"quotient": -int(INCOME), "fund": "caf"}}),
        desk("set-evidence", f'{{"application": {number}, "official": {{"quotient": {INCOME}'),
        desk("set-evidence", {"application": number, "official": {"quotient": int(INCOME), "fund": "caf"},
                              "computed": {"yearly_cents": 1, "monthly_benefit_cents": 1, "children": 0}}),
        desk("set-evidence", {"application": 9_999_999, "official": {"quotient": int(INCOME), "fund": "caf"}}),
    ]
    assert {status for status, _ in refused} <= {400, 404, 409, 422}, refused
    return number


def psql(town, login, sql):
    return town.moulin("db", "psql", "--login", login, "--", "-X", "-A", "-t", "-c", sql)


def test_the_rightful_role_sees_the_income(town, application):
    status, seen = Desk(town)("view-income", {"application": application, "reason": "test"})

    assert status == 200 and INCOME in seen


def test_a_statement_that_a_wall_refuses_is_logged_without_its_income(town, application):
    before = len(everything_logged(town))

    refused = psql(town, "superuser",
                   "INSERT INTO social.evidence (org_id, application_id, quotient, quotient_source, set_by)"
                   f" VALUES (1, {application}, {INCOME}, 'guess', 1)")

    logged = everything_logged(town)[before:]
    assert refused.returncode != 0
    assert "violates check constraint" in logged, "a log that says nothing proves nothing"
    assert INCOME not in logged


def everything_logged(town):
    """What the database and the service have written, whole."""
    server = pathlib.Path(town.moulin.home, "server.log").read_text(errors="replace")
    return "".join(town.said) + server


def test_no_log_holds_the_income(town, application):
    logged = everything_logged(town)

    assert len(logged) > 2_000
    assert INCOME not in logged
    assert "Canarelli" not in logged


@pytest.mark.parametrize("sql", [
    "SELECT quotient FROM social.evidence",
    "SET ROLE moulin_social; SELECT quotient FROM social.evidence",
    "SELECT most_common_vals FROM pg_stats WHERE schemaname = 'social'",
    "COPY social.evidence TO STDOUT",
    "SELECT pg_read_file('PG_VERSION')",
])
def test_a_technician_with_psql_finds_no_income(town, application, sql):
    run = psql(town, "main", WORKSHOP + sql)

    assert INCOME not in run.stdout + run.stderr
    assert run.returncode != 0 or run.stdout.strip() in ("", "SET"), run.stdout
