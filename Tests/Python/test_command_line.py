"""The built program as people and scripts meet it: words, exit codes, a day in the town, a workshop's first sale."""
import csv
import datetime
import json
import pathlib
import subprocess

import pytest
from moulin_binary import Moulin, ROOT


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    papers = tmp_path_factory.mktemp("papers")
    with Moulin() as moulin:
        assert moulin("db", "start").returncode == 0
        first = moulin("demo", "--papers", papers)
        assert first.returncode == 0, first.stderr
        yield moulin, papers, first.stdout


def test_version_and_help_need_no_database():
    with Moulin() as moulin:
        assert moulin("--version").stdout.startswith("moulin ")
        assert "device" in moulin("--help").stdout
        assert moulin("nonsense").returncode == 64


def test_the_day_runs_to_its_end_and_a_second_day_changes_nothing(town):
    moulin, papers, first = town
    numbers = {path.name for path in papers.glob("*.pdf")}

    second = moulin("demo", "--papers", papers)

    assert {"RFE-2026-000001.pdf", "FAC-2026-000001.pdf"} & numbers or len(numbers) >= 8
    assert second.returncode == 0
    assert "nothing has changed" in second.stdout
    assert {path.name for path in papers.glob("*.pdf")} == numbers


def test_papers_carry_what_they_must(town):
    _, papers, _ = town
    receipt = next(papers.glob("RFE-*.pdf"))
    text = subprocess.run(["pdftotext", receipt, "-"], capture_output=True, text=True, check=True).stdout
    assert "***960,00***" in text.replace("\u00a0", " ")
    assert "238 bis" in text


def test_the_house_is_whole_and_a_rewriting_is_found(town):
    moulin, papers, _ = town
    assert moulin("audit", "anchor", "--as", "dan").returncode == 0
    anchors = papers / "anchors.jsonl"
    anchors.write_text(moulin("audit", "anchors", "--as", "dan").stdout)

    clean = moulin("audit", "verify", "--as", "dan", "--anchors", anchors)
    moulin("db", "psql", "--login", "superuser", "--", "-qc",
           "SET session_replication_role = replica; DELETE FROM audit.event WHERE subject = 'device' AND subject_id = 1;"
           "DELETE FROM audit.chain WHERE subject = 'device' AND subject_id = 1")
    rewritten = moulin("audit", "verify", "--as", "dan", "--anchors", anchors)

    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert rewritten.returncode == 65
    assert "anchors" in rewritten.stdout


def test_a_copy_of_the_database_alone_is_judged_by_the_anchors_that_were_kept(town, tmp_path):
    moulin, _, _ = town
    pathlib.Path(tmp_path).chmod(0o755)
    dump, anchors = tmp_path / "copy.dump", tmp_path / "anchors.jsonl"
    moulin.done("audit", "anchor", "--as", "dan")
    # The last one alone: what another test rewrote before it is no matter here.
    anchors.write_text(moulin("audit", "anchors", "--as", "dan").stdout.splitlines()[-1] + "\n")
    assert moulin("db", "backup", dump).returncode == 0
    verify = ("audit", "verify", "--as", "dan", "--anchors", anchors)
    with Moulin() as elsewhere:  # Another machine: none of the keys.
        assert elsewhere("db", "start").returncode == 0
        restored = elsewhere("db", "restore", dump)
        assert restored.returncode == 0, restored.stderr
        assert elsewhere("db", "migrate").returncode == 0

        before = elsewhere(*verify)
        elsewhere("db", "psql", "--login", "superuser", "--", "-qc",
                  "SET session_replication_role = replica; DELETE FROM audit.event WHERE subject = 'device' AND subject_id = 2;"
                  "DELETE FROM audit.chain WHERE subject = 'device' AND subject_id = 2")
        after = elsewhere(*verify)

    assert "anchors" not in before.stdout.replace("1 anchors", ""), before.stdout + before.stderr
    assert after.returncode == 65
    assert "anchors: history_was_changed" in after.stdout, after.stdout + after.stderr


def test_what_has_no_paper_is_drawn_at_once_and_only_once(town):
    moulin, _, _ = town
    number = moulin.done("document", "register", "--as", "ana")["document"]
    kept = ("db", "psql", "--login", "superuser", "--", "-Atc",
            "SELECT count(*) FROM core.document_pdf JOIN core.document USING (org_id, kind, year, no) "
            f"WHERE number = '{number}'")
    before = moulin(*kept).stdout.strip()

    first = moulin("print", "missing", "--as", "ana")
    second = moulin("print", "missing", "--as", "ana")

    assert before == "0"
    assert first.returncode == 0 and "drawn" in first.stdout, first.stderr
    assert moulin(*kept).stdout.strip() == "1"
    assert second.stdout == "0 papers drawn\n"


def test_a_refused_step_says_the_rule_the_device_and_what_is_possible(town):
    moulin, _, _ = town
    run = moulin("device", "step", "9XK4TN2", "start_test", "--as", "ana", "--language", "fr")
    assert run.returncode == 65
    assert "M-0000-4R" in run.stderr or "disque" in run.stderr or "support" in run.stderr


def test_who_may_not_is_told_which_role_is_needed(town):
    moulin, _, _ = town
    run = moulin("application", "income", "1", "curiosity", "--as", "ana")
    assert run.returncode == 77
    assert "social" in run.stderr
    assert moulin("device", "list", "--as", "nobody-here").returncode == 77


def test_a_workshop_imports_its_own_list_and_sells_a_machine(tmp_path):
    sheet = tmp_path / "parc.csv"
    sheet.write_bytes("Marque;Modèle;N° de série;RAM (Go)\r\nDell;Latitude 7490;ABC1234;16\r\n".encode("cp1252"))
    with Moulin() as moulin:
        assert moulin("setup", "--name", "Atelier", "--person", "Jo", "--siren", "552100554",
                      "--address", "1 rue Haute", "--address", "75001 Paris", "--object", "réemploi").returncode == 0
        assert moulin("db", "start").returncode == 0
        moulin.done("price", "grid", "GRID", "--rows",
                    json.dumps([{"kind": "laptop", "grade": g, "cents": c}
                                for g, c in (("A", [6000, 8000]), ("B", [4500, 6000]), ("C", [3000, 4000]))]))
        moulin.done("price", "brackets", "BRACKETS", "--floors", "[0,600]", "--ceiling", "1200")
        donor = moulin.done("donor", "add", "--kind", "company", "--name", "Val", "--siren", "552100554")["donor"]
        donation = moulin.done("donation", "announce", donor, "--lines",
                               '[{"kind":"laptop","quantity":1,"description":"portable"}]')["donation"]
        moulin.done("donation", "receive", donation, "--handed-over-by", "le livreur")
        run = moulin("import", "devices", sheet, "--donation", donation, "--kind", "laptop")
        assert run.returncode == 0, run.stderr
        moulin.done("device", "step", "ABC1234", "triage")
        moulin.done("drive", "count", "ABC1234", "--drives", '[{"serial":"D1","kind":"ssd","capacity_gb":256}]')
        unproven = moulin("device", "step", "ABC1234", "start_test")
        assert unproven.returncode == 65
        moulin.done("device", "step", "ABC1234", "send_to_wipe")
        moulin.done("drive", "wipe", "ABC1234", "--method", "ata_sanitize", "--result", "success", "--verification", "all")
        moulin.done("device", "step", "ABC1234", "start_test")
        moulin.done("device", "test", "ABC1234", "--results", "[]", "--others-pass")
        moulin.done("device", "grade", "ABC1234", "light_marks", "--battery-percent", 90)
        moulin.done("device", "shelve", "ABC1234")
        application = moulin.done("application", "enter", 2, 0, "--adults",
                                  '[{"family_name":"Roy","given_name":"Ada","born_on":"1990-01-01"}]',
                                  "--kinds", "laptop")["application"]
        day = (datetime.date.today() - datetime.timedelta(days=9)).isoformat()
        for proof in ("family_funds_certificate", "photo_identity", "proof_of_address"):
            moulin.done("application", "proof", application, proof, day)
        moulin.done("application", "means", application, "--official", '{"quotient":640,"fund":"caf"}')
        voucher = moulin.done("application", "decide", application)["voucher"]
        quote = moulin.done("sale", "quote", voucher, "ABC1234")
        assert quote["price_cents"] == 8000
        payments = '[{"method":"cash","cents":3000,"tendered":5000},{"method":"card","cents":5000}]'
        sale = moulin.done("sale", "make", voucher, "ABC1234", quote["price_cents"], "--payments", payments)
        assert sale["change_cents"] == 2000
        unnamed = moulin("sale", "slip", sale["sale"])
        assert unnamed.returncode == 65 and "legal form" in unnamed.stderr
        moulin.done("house", "describe", "--legal-form", "association loi 1901")
        slip = moulin.done("sale", "slip", sale["sale"])["document"]
        assert moulin("print", "document", slip, "-o", tmp_path / "slip.pdf").returncode == 0
        assert (tmp_path / "slip.pdf").read_bytes().startswith(b"%PDF")
        again = moulin("sale", "make", voucher, "ABC1234", "8000", "--payments", payments)
        assert again.returncode == 65
        journal_verifies_without_moulin(moulin, tmp_path)
        assert moulin("mail", "send").returncode == 64
        assert moulin("audit", "verify").returncode == 0


def journal_verifies_without_moulin(moulin, folder):
    today = datetime.date.today()
    days = ("--from", today - datetime.timedelta(days=1), "--to", today + datetime.timedelta(days=1))
    moulin.done("sale", "close-day")
    assert moulin("journal", *days, "--output", folder / "j").returncode == 0

    assert subprocess.run(["sha256sum", "-c", "--quiet", "j.sha256"], cwd=folder).returncode == 0
    moved = list(csv.DictReader((folder / "j.csv").open(encoding="utf-8-sig")))
    assert sum(int(row["cents"]) for row in moved) == 8000
    closings = list(csv.DictReader((folder / "j-closings.csv").open(encoding="utf-8-sig")))
    assert [int(row["perpetual_cents"]) for row in closings] == [8000]


def test_completions_are_what_bash_can_read(tmp_path):
    with Moulin() as moulin:
        script = tmp_path / "completions"
        script.write_text(moulin("completions", "bash").stdout)
        assert subprocess.run(["bash", "-n", script]).returncode == 0
        assert "device" in script.read_text()


def test_rejects_that_cannot_be_written_keep_the_list_from_being_taken(town, tmp_path):
    moulin = town[0]
    donors = tmp_path / "donors.csv"
    donors.write_text("Raison sociale;Type\nPerdu et Fils;Entreprise\nSans Sorte;Grossiste\n")
    nowhere, rejects = tmp_path / "no" / "rejects.csv", tmp_path / "rejects.csv"
    words = ("import", "donors", donors, "--as", "ana", "--keep-going", "--rejects")

    refused = moulin(*words, nowhere)
    known = moulin("donor", "list", "--as", "ana").stdout
    taken = moulin(*words, rejects)
    rejects.unlink()
    again = moulin(*words, rejects)

    assert refused.returncode == 65 and str(nowhere) in refused.stderr
    assert "Perdu et Fils" not in known
    assert (taken.returncode, again.returncode) == (0, 0), taken.stderr + again.stderr
    assert "Sans Sorte" in rejects.read_text() and "Perdu" not in rejects.read_text()


def test_a_list_without_rejects_leaves_no_file_of_them(town, tmp_path):
    moulin = town[0]
    donors, rejects = tmp_path / "donors.csv", tmp_path / "rejects.csv"
    donors.write_text("Raison sociale;Type\nTout Bon;Entreprise\n")

    taken = moulin("import", "donors", donors, "--as", "ana", "--rejects", rejects)

    assert taken.returncode == 0, taken.stderr
    assert not rejects.exists()


def test_a_folder_is_not_watched_without_a_pause(tmp_path):
    with Moulin() as moulin:
        assert moulin("import", "inbox", tmp_path, "--every", "0").returncode == 64


def test_a_batch_says_what_became_of_its_lines_once_and_by_its_exit_status(town, tmp_path):
    moulin = town[0]
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"command":"add-donor","kind":"association","name":"Le Fil"}\n{"command":"take-stpe","device":"1"}\n')

    refused = moulin("batch", lines, "--as", "ana")
    rehearsed = moulin("batch", lines, "--as", "ana", "--keep-going", "--dry-run")
    kept = moulin("batch", lines, "--as", "ana", "--keep-going")
    whole = moulin("batch", "/dev/null", "--as", "ana")

    assert (refused.returncode, rehearsed.returncode, kept.returncode, whole.returncode) == (65, 65, 65, 0)
    assert refused.stdout.startswith("Nothing was done")
    assert refused.stderr.count("take-stpe") == 1 and "take-step" in refused.stderr
    assert rehearsed.stdout.startswith("Dry run")
    assert kept.stdout == "2 lines: 1 done, 0 done before, 1 refused\n"
