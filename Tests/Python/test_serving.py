"""The service as its operator meets it: health, figures, logs without people, an end that loses nothing."""
import concurrent.futures
import json
import subprocess
import urllib.error
import urllib.request

from moulin_binary import ROOT, binary
from serving import Service


def test_it_is_alive_and_ready_and_counts_what_it_does(town):
    assert town.get("/health/live")[1] == "alive\n"
    assert town.get("/health/ready")[1] == "ready\n"

    figures = town.get("/metrics")[1]

    assert 'name="GET /health/live",outcome="200"' in figures
    assert "ana" not in figures.lower().replace("organisation", "")


def test_told_to_end_under_load_it_answers_whatever_had_begun(town):
    service = Service(town.moulin, "serve")
    key = town.key("dan", "list-people")
    began, whole, refused = [], [], []

    def ask(_):
        request = urllib.request.Request(
            service.address + "/api/v1/questions/list-people", headers={"Authorization": f"Bearer {key}"})
        began.append(1)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                whole.append(len(json.loads(answer.read())["rows"]))
        except (urllib.error.URLError, ConnectionError) as error:
            refused.append(error)

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(ask, None) for _ in range(200)]
        next(concurrent.futures.as_completed(asked))
        code = service.stop()
        concurrent.futures.wait(asked)

    assert code == 0
    assert whole and len(set(whole)) == 1
    # An answer is whole or was never begun: what is refused is refused at the door.
    assert [one.exception() for one in asked if one.exception()] == []
    said = "".join(service.said)
    assert "moulin-demo-" not in said and key not in said


def test_the_package_holds_the_program_its_pages_and_its_unit(tmp_path):
    made = subprocess.run(
        ["Scripts/package", "--binary-folder", str(binary().parent), "--out", str(tmp_path), "--compression", "none"],
        cwd=ROOT, text=True, capture_output=True, timeout=600)
    assert made.returncode == 0, made.stderr
    package = made.stdout.strip()

    listed = subprocess.run(["dpkg-deb", "--contents", package], text=True, capture_output=True, timeout=600).stdout
    subprocess.run(["dpkg-deb", "--extract", package, str(tmp_path / "root")], check=True, timeout=600)
    said = subprocess.run(
        [str(tmp_path / "root/usr/lib/moulin/moulin"), "--version"], text=True, capture_output=True, timeout=60)

    for path in ["./usr/bin/moulin", "./usr/lib/systemd/system/moulin.service", "./etc/moulin/moulin.env",
                 "./usr/lib/moulin/moulin_Web.resources/"]:
        assert path in listed, path
    assert said.stdout.startswith("moulin ")
