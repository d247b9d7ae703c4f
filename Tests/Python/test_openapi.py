"""The contract of the API: valid, and kept by the service for whatever it allows to send."""
import json

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies
from openapi_spec_validator import validate

EXAMPLES = 3


@pytest.fixture(scope="module")
def contract(town):
    return json.loads(town.get("/api/v1/openapi.json")[1])


def test_the_contract_is_openapi_3_1(contract):
    assert contract["openapi"].startswith("3.1")
    validate(contract)


def test_a_contract_without_answers_is_not_valid(contract):
    broken = json.loads(json.dumps(contract))
    next(iter(next(iter(broken["paths"].values())).values()))["responses"] = "none"

    with pytest.raises(Exception):
        validate(broken)


@pytest.mark.parametrize("login", ["ana", "bea"])
def test_whatever_the_contract_allows_gets_an_answer_that_it_names(town, contract, login):
    key = town.key(login)
    schema = schemathesis.openapi.from_dict(contract)
    schema.config.update(base_url=town.address)
    wrong = []

    for result in schema.get_all_operations():
        operation = result.ok()

        @seed(2026)
        @settings(max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))
        @given(data=strategies.data())
        def ask(data):
            case = data.draw(operation.as_strategy())
            answer = case.call(headers={"Authorization": f"Bearer {key}"}, timeout=120)
            documented = {str(status) for status in operation.definition.raw["responses"]}
            if answer.status_code >= 500 or str(answer.status_code) not in documented:
                wrong.append(f"{operation.label}: {answer.status_code} {case.body!r} {answer.text[:300]}")

        ask()

    assert wrong == []
