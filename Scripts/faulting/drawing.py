"""kill -9 between the commit that numbers a document and its paper: nothing is lost, and the paper is the same whenever it is drawn."""

import hashlib

from .rounds import all_or_nothing


def run(house, kills, source):
    house.describe()
    house.donation()
    papers = {}

    def work(nth):
        number = house.must("document", "register")["document"]
        papers[number] = house.folder / f"{number}.pdf"
        return ["print", "document", number, "-o", papers[number]], lambda: ([kept(house, number)], [1])

    verdict = all_or_nothing("drawing", house, kills, source, work)
    for number, path in papers.items():
        judge(house, verdict, number, path)
    return verdict


def kept(house, number):
    return house.number(f"SELECT count(*) FROM core.document_pdf JOIN core.document USING (org_id, kind, year, no) WHERE number = '{number}'")


def judge(house, verdict, number, path):
    """What was handed out is what is kept; and without what is kept, it is drawn again to the last byte."""
    named = f"(kind, year, no) = (SELECT kind, year, no FROM core.document WHERE number = '{number}')"
    (first,) = house.rows(f"DELETE FROM core.document_pdf WHERE {named} RETURNING encode(pdf_sha256, 'hex')")
    again = house.folder / "again.pdf"
    house.must("print", "document", number, "-o", again)
    handed, drawn = (hashlib.sha256(paper.read_bytes()).hexdigest() for paper in (path, again))
    if handed != first[0]:
        verdict.violated(f"{number}: what was handed out is not what was kept")
    if drawn != first[0]:
        verdict.violated(f"{number}: drawn again it has other bytes")
