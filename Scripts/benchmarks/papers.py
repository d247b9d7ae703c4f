"""Numbers for documents by 32 clients, and the drawing of their papers by one worker."""
import batches
from rounds import alternate, median, spread

CLIENTS = 32


def measure(server, options, table):
    server.clone("house", "paper_house")
    server.run("paper_house", "moulin", "house", "describe", "--legal-form", "association loi 1901", "--street", "1 rue du Moulin",
               "--postal-code", "31000", "--town", "Toulouse", "--object", "informatique solidaire", "--signer", "A. Meunier",
               "--signer-title", "Présidente")
    server.sql("paper_house", "INSERT INTO core.person_role (org_id, person_id, role) VALUES (1, 1, 'register_keeper') ON CONFLICT DO NOTHING")
    # What comes in enters the register, of which the papers are.
    server.run("paper_house", "moulin", "donation", "announce", "--json",
               '{"donor": 1, "lines": [{"kind": "laptop", "description": "portables", "quantity": 1}]}')
    server.run("paper_house", "moulin", "donation", "receive", "--json", '{"donation": 2, "handed_over_by": "le livreur"}')
    count, papers = options.documents, min(options.documents, 500)

    def number():
        server.clone("paper_house", "paper_run")
        return count / batches.timed(server.run("paper_run", "moulin-bench", "number", str(count), str(CLIENTS)), count)

    def draw():
        server.clone("paper_house", "paper_run")
        server.run("paper_run", "moulin-bench", "number", str(papers), str(CLIENTS))
        return papers / batches.timed(server.run("paper_run", "moulin-bench", "draw"), papers)

    results = alternate(options.rounds, {"number": number, "draw": draw})
    table.add(f"documents numbered and frozen a second, {CLIENTS} clients", "≥ 300/s", f"{median(results['number']):.0f}/s", options.rounds,
              spread(results["number"]))
    table.add("pages drawn and kept a second, one worker, one page each", "≥ 150/s", f"{median(results['draw']):.0f}/s", options.rounds,
              spread(results["draw"]))
