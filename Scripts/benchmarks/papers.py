"""Numbers for documents by 32 clients and by set, and the drawing of their papers by one worker."""
import json

import batches
from rounds import alternate, median, spread

CLIENTS = 32
SET = 20_000
GIFTS = (
    f"""INSERT INTO core.donor (org_id, kind, name, address)
        SELECT 1, 'individual', 'Donatrice ' || n, ARRAY[n || ' rue du Bief', '59000 Lille'] FROM generate_series(1, {SET}) AS n""",
    """INSERT INTO core.donation (org_id, donor_id, donor_kind, origin_regime, origin_class, status, received_on,
              valuation_basis, valuation_total_cents, valuation_letter, valuation_on, valuation_signer)
       SELECT 1, donor_id, kind, 'private', 'individual', 'reconciled', current_date, 'market_value', 6000, 'lettre', current_date, name
         FROM core.donor
        WHERE kind = 'individual'""",
    """INSERT INTO core.donation_line (org_id, donation_id, line, kind, description, quantity, received, accepted, declared_unit_cents,
              reviewed_unit_cents)
       SELECT 1, donation_id, 1, 'laptop', 'Ordinateur portable', 1, 1, 1, 6000, 6000 FROM core.donation WHERE donor_kind = 'individual'""",
)


def measure(server, options, table):
    server.clone("house", "paper_house")
    server.run("paper_house", "moulin", "house", "describe", "--legal-form", "association loi 1901", "--street", "1 rue du Moulin",
               "--postal-code", "31000", "--town", "Toulouse", "--object", "informatique solidaire", "--signer", "A. Meunier",
               "--signer-title", "Présidente", "--rna", "W595012345", "--receipt-category", "organisme d'intérêt général",
               "--receipt-authorisation", "self_assessed")
    server.sql("paper_house", "INSERT INTO core.person_role (org_id, person_id, role) SELECT 1, 1, role FROM reference.role"
               " WHERE role IN ('register_keeper', 'receipt_issuer') ON CONFLICT DO NOTHING")
    # What comes in enters the register, of which the papers are.
    server.run("paper_house", "moulin", "donation", "announce", "--json",
               '{"donor": 1, "lines": [{"kind": "laptop", "description": "portables", "quantity": 1}]}')
    server.run("paper_house", "moulin", "donation", "receive", "--json", '{"donation": 2, "handed_over_by": "le livreur"}')
    # As in a house that has issued some: what the server knows of an empty table it forgets within the first minute of use.
    server.run("paper_house", "moulin-bench", "number", "200", str(CLIENTS))
    server.run("paper_house", "moulin-bench", "draw")
    server.sql("paper_house", "VACUUM ANALYZE")
    count, papers = options.documents, min(options.documents, 500)

    def number():
        server.clone("paper_house", "paper_run")
        return count / batches.timed(server.run("paper_run", "moulin-bench", "number", str(count), str(CLIENTS)), count)

    def draw():
        server.clone("paper_house", "paper_run")
        server.run("paper_run", "moulin-bench", "number", str(papers), str(CLIENTS))
        return papers / batches.timed(server.run("paper_run", "moulin-bench", "draw"), papers)

    server.clone("paper_house", "gift_house")
    server.sql("gift_house", *GIFTS)
    server.sql("gift_house", "VACUUM ANALYZE")

    def issue():
        """Each number taken, each content frozen and hashed, in one transaction; the whole command."""
        server.clone("gift_house", "paper_run")
        words, seconds, _ = server.run("paper_run", "moulin", "do", "issue-receipts", "--format", "json")
        outcome = json.loads(" ".join(words))
        if outcome["issued"] != SET:
            raise SystemExit(f"bench: {outcome['issued']} of {SET} receipts were issued: {outcome['refused'][:1]}")
        return seconds

    results = alternate(options.rounds, {"number": number, "draw": draw, "issue": issue})
    table.add(f"{SET} receipts numbered, frozen and hashed by set", "≤ 5 s", f"{median(results['issue']):.2f} s", options.rounds,
              spread(results["issue"]))
    table.add(f"documents numbered and frozen a second, {CLIENTS} clients", "≥ 300/s", f"{median(results['number']):.0f}/s", options.rounds,
              spread(results["number"]))
    table.add("pages drawn and kept a second, one worker, one page each", "≥ 150/s", f"{median(results['draw']):.0f}/s", options.rounds,
              spread(results["draw"]))
