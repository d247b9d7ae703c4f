"""One day of each person in the house, from the first page to the sentence that they read at its end.

Pictures of where each journey ends, on desk and telephone, light and dark, are kept in artefacts/screens.
"""
import itertools
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import PATIENCE, SCREENS, WIDTHS, browser, open_context, sessions  # noqa: F401


class Walk:
    """Somebody before a browser, who types, presses Enter, and reads."""

    def __init__(self, town, browser, state, name, scripts=True, width="desktop"):
        self.address = town.address
        self.name = name
        self.scripts = scripts
        self.context = open_context(browser, state, width, scripts=scripts)
        self.page = self.context.new_page()
        self.noise = []
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda error: self.noise.append(str(error)))

    def hear(self, said):
        # A page that says no is answered with 409, one that asks who acts with 403: a browser writes both down as errors.
        if said.type == "error" and not re.search("status of 40[39]", said.text):
            self.noise.append(said.text)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        self.context.close()
        assert kind or self.noise == [], self.noise

    def go(self, path):
        answer = self.page.goto(self.address + path, wait_until="load")
        assert answer.status == 200, f"{path}: {answer.status}"

    def enter(self):
        """Presses Enter, and waits for the page that it leads to."""
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press("Enter")

    def scan(self, text):
        """A scanner types and presses Enter, wherever the page has put the cursor."""
        self.page.keyboard.type(text)
        self.enter()

    def press(self, selector):
        """Reaches a button by the keyboard and presses Enter."""
        self.page.locator(selector).first.focus()
        self.enter()

    def click(self, selector):
        with self.page.expect_navigation(wait_until="load"):
            self.page.locator(selector).first.click()

    def pdf(self, selector):
        """What a button hands out: the first bytes of a paper."""
        with self.page.expect_response(
                lambda answer: "application/pdf" in answer.headers.get("content-type", "")) as paper:
            self.page.locator(selector).first.click()
        return paper.value

    @property
    def text(self):
        return self.page.locator("main").inner_text()

    def reads(self, *sentences):
        for sentence in sentences:
            assert sentence in self.text, f"{self.name} at {self.page.url} does not read {sentence!r}:\n{self.text}"

    def readable(self):
        """For everybody, as far as a program can tell."""
        page = self.page if self.scripts else self.with_scripts()
        found = Axe().run(page).response["violations"]
        assert found == [], f"{self.page.url}: " + "; ".join(
            f"{one['id']} {one['nodes'][0]['html'][:200]}" for one in found)

    def with_scripts(self):
        """The same page where scripts run, for what looks at it is one; gone with the browser."""
        context = open_context(self.context.browser, self.context.storage_state())
        page = context.new_page()
        page.goto(self.page.url, wait_until="load")
        return page

    def picture(self, name):
        SCREENS.mkdir(parents=True, exist_ok=True)
        before = self.page.viewport_size
        for width, scheme in itertools.product(WIDTHS, ("light", "dark")):
            self.page.emulate_media(color_scheme=scheme)
            self.page.set_viewport_size(dict(zip(("width", "height"), WIDTHS[width])))
            overflow = self.page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert overflow <= 0, f"{name} {width}: {overflow} px wider than the screen"
            path = SCREENS / f"journey_{name}.{self.name}.{width}.{scheme}.png"
            self.page.screenshot(path=str(path), full_page=True)
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size(before)


@pytest.fixture(scope="module")
def walk(town, browser, sessions):
    return lambda login, **how: Walk(town, browser, sessions.get(login), login, **how)


@pytest.fixture(scope="module")
def voucher(walk):
    """A family comes to the desk, is approved, and goes with a voucher; without scripts, as on any old machine."""
    with walk("bea", scripts=False) as bea:
        page = bea.page
        bea.go("/applications")
        page.fill("[name='adults.0.family_name!']", "Le Goff")
        page.fill("[name='adults.0.given_name']", "Nolwenn")
        page.fill("[name='adults.0.born_on']", "1990-02-03")
        page.fill("[name=persons]", "3")
        page.fill("[name=children_in_education]", "1")
        page.fill("[name='proofs.0.dated_on!']", page.evaluate("new Date().toISOString().slice(0, 10)"))
        page.fill("[name='means.official.quotient:number!']", "640")
        bea.click("main form button.primary")
        bea.reads("Nolwenn Le Goff", "Q3")
        bea.picture("family")
        family = page.url
        paper = bea.pdf("button.primary.large")
        assert paper.status == 200
        page.goto(family)
        bea.reads("acceptée")
        code = page.locator("main a[href^='/vouchers/']").first.inner_text().strip()
        number = re.search(r"BON-\d{4}-\d{6}", paper.url).group()
        bea.go(f"/documents/{number}")
        bea.reads(number, "valable")
        bea.picture("voucher_paper")
    return code


def test_the_desk_approves_a_family_and_hands_over_a_voucher(voucher):
    assert re.fullmatch(r"V-[0-9A-Z-]+", voucher)


def test_a_technician_takes_a_machine_from_the_door_to_the_shelf_by_scanning(walk):
    with walk("ana") as ana:
        page = ana.page
        ana.go("/bench/arrived")
        ana.scan("2")
        ana.reads("2 appareils enregistrés")
        ana.picture("arrived")
        first, second = page.locator("ul.steps a").all_inner_texts()

        ana.go("/bench")
        ana.scan("ACTION-TRIAGE")
        ana.scan(first)
        # What is scanned while the cursor is nowhere still goes to the card that is up.
        page.evaluate("document.activeElement.blur()")
        ana.scan(second)
        ana.reads("Faits : 2", f"{second} trié")
        ana.picture("card")

        ana.go("/bench")
        ana.scan(first)
        page.focus("[name='drives.0.serial']")
        page.keyboard.type("JRN-0001")
        page.keyboard.press("Tab")
        page.keyboard.type("s")
        page.keyboard.press("Tab")
        ana.scan("256")
        ana.reads("JRN-0001", "pas encore propre")
        ana.go("/bench")
        ana.scan("ACTION-SEND-TO-WIPE")
        ana.scan(first)

        ana.go("/bench")
        ana.scan(first)
        ana.press("#wipe button.primary")
        ana.reads("effacé, prouvé")
        ana.press(".steps button.primary")
        ana.press("#tests button.primary")
        page.focus("#grade [name=battery_percent]")
        ana.scan("85")
        ana.press("#shelve button.primary")
        ana.reads("C'est fait.", "en stock", "selon le bon")
        ana.picture("shelved")


def test_the_counter_sells_at_a_price_set_by_hand_prints_the_slip_and_takes_back(walk, voucher):
    with walk("ana") as ana:
        page = ana.page
        ana.go("/list/list-devices?state=in_stock&kind=laptop")
        device = page.locator("main table a").first.inner_text().strip()
        ana.go("/counter")
        page.keyboard.type(voucher)
        page.keyboard.press("Tab")
        ana.scan(device)
        ana.reads("Nolwenn", device)
        full = page.locator(".price").first.inner_text()
        ana.picture("price")

        page.locator("summary", has_text="Fixer un prix plus bas").click()
        cents = int(re.sub(r"\D", "", full))
        page.fill("[name='cents:euros']", f"{cents * 3 // 4 / 100:.2f}".replace(".", ","))
        page.locator("form:has([name='cents:euros']) [name=reason]").fill("couvercle rayé")
        ana.press("form:has([name='cents:euros']) button")
        ana.reads("Prix fixé à la main par Ana Martin", "couvercle rayé")
        assert page.locator(".price").first.inner_text() != full
        ana.picture("lowered")

        ana.press("form:has([name=expected_cents]) button.primary")
        ana.reads("couvercle rayé", "Nolwenn")
        ana.picture("sold")
        sale = page.url.split("?")[0]
        assert ana.pdf("form:has([value='issue-sale-slip']) button.primary").status == 200
        page.goto(sale)
        ana.reads("FAC-")

        ana.go(f"/counter/returns?device={device}")
        page.locator("form:has([value='take-back-device']) select").select_option(index=0)
        ana.picture("return")
        ana.press("form:has([value='take-back-device']) button.primary")
        page.goto(sale)
        ana.reads("repris")


def test_a_donor_without_an_account_announces_and_the_house_takes_the_gift_in(walk):
    with walk(None, scripts=False, width="phone") as donor, walk("ana") as ana:
        donor.name = "nobody"
        page = donor.page
        donor.go("/give")
        page.select_option("select[name=donor_kind]", "company")
        page.fill("input[name=name]", "Atelier Kerlann")
        page.fill("input[name=email]", "contact@kerlann.example")
        page.fill("input[name='lines.0.quantity']", "2")
        donor.click("main button.primary")
        followed = page.url.split("?")[0].removeprefix(donor.address)
        donor.reads("Reçu, à lire")
        donor.picture("announced")

        desk = ana.page
        ana.go("/donations")
        ana.reads("Atelier Kerlann")
        ana.picture("gifts")
        ana.click("main a:has-text('Atelier Kerlann')")
        ana.picture("announcement")
        ana.press("button[value=accept-announcement]")
        donation = desk.url.split("?")[0].removeprefix(ana.address)
        desk.fill("#receive [name=handed_over_by]", "Yves Kerlann")
        ana.press("#receive button.primary")
        ana.reads("reçu", "Yves Kerlann")

        ana.go(donation + "/import")
        desk.fill("textarea[name=list]", "Type;Marque;Modèle;N° de série\nPortable;Dell;Latitude 5400;KRL0001\n"
                  "Portable;Dell;Latitude 5400;KRL0002\n")
        ana.click("button[value=look]")
        ana.reads("2")
        ana.picture("import_looked_at")
        ana.click("button[value=import]")
        ana.picture("imported")
        ana.go(donation)
        ana.reads("KRL0001", "KRL0002")
        desk.locator("#reconcile summary").click()
        desk.fill("#reconcile [name='lines.0.accepted:number']", "2")
        desk.fill("#reconcile [name='lines.0.received:number!']", "2")
        ana.press("#reconcile button.primary")
        ana.reads("rapproché")
        desk.locator("#value summary").click()
        desk.fill("#value [name='unit_cents:euros']", "50")
        desk.fill("#value [name=letter]", "L-77")
        desk.fill("#value [name=letter_on]", desk.evaluate("new Date().toISOString().slice(0, 10)"))
        desk.fill("#value [name=signer]", "Yves Kerlann")
        ana.press("#value button.primary")
        ana.press("form:has([value='issue-receipt']) button")
        ana.reads("L'adresse de Atelier Kerlann est incomplète")
        ana.picture("receipt_lacks_the_address")
        ana.click("h1 a[href^='/donors/']")
        desk.locator("summary", has_text="Corriger la fiche").click()
        form = "form:has([value='change-donor']) "
        for name, text in (("legal_form", "SARL"), ("siren", "732829320"), ("street", "3 quai du Blavet"),
                           ("postal_code", "56100"), ("town", "Lorient")):
            desk.fill(f"{form}[name={name}]", text)
        ana.picture("change_donor")
        ana.press(form + "button.primary")
        ana.reads("56100 Lorient", "732829320")
        ana.go(donation)
        ana.press("form:has([value='issue-receipt']) button")
        ana.picture("receipt")
        assert ana.pdf("a.button.primary[href$='/pdf']").status == 200

        donor.go(followed)
        donor.reads("Merci")
        donor.picture("gift_followed")
        ana.go(donation)
        ana.click("h1 a[href^='/donors/']")
        ana.press("button[value=make-donor-link]")
        link = desk.locator(".notice input").input_value()
        ana.picture("donor")
        donor.go("/gifts/" + link.rsplit("/", 1)[1])
        donor.reads("Merci", "KRL0001")
        donor.picture("own_page")


def test_an_import_is_undone_and_a_doubt_is_settled_by_pressing(walk):
    with walk("ana", scripts=False) as ana:
        page = ana.page
        ana.go("/donations")
        ana.click("main tr:has-text('Lire Ensemble') a")
        donation = page.url.removeprefix(ana.address)
        for serial, undoes in (("UND0001", True), ("DBT0001", False)):
            ana.go(donation + "/import")
            page.fill("textarea[name=list]", f"Type;Marque;Modèle;N° de série\nPortable;Dell;Latitude 5400;{serial}\n")
            ana.click("button[value=import]")
            if undoes:
                ana.click("a:has-text('Annuler cet import')")
                page.fill("[name=reason]", "liste d'un autre don")
                ana.picture("undo")
                ana.click("main button.primary")
                ana.reads("L'import est annulé : appareils retirés 1, rétablis 0.")
                ana.go(donation)
                assert serial not in ana.text

        ana.go("/list/list-devices?text=DBT0001")
        ana.click("main table a")
        own = page.url.rsplit("/", 1)[1]
        ana.click("text=Corriger la fiche")
        page.fill("[name=serial]", "5CD8420LX7")
        ana.click("main button.primary")
        ana.go("/doubts")
        ana.reads(own, "5CD8420LX7", "EliteBook 840 G5")
        ana.picture("doubt")
        ana.readable()
        ana.click(f"article:has-text('{own}') button[value=different]")
        ana.reads("Le doute sur", "est levé")
        assert page.locator(f"article:has-text('{own}')").count() == 0
        ana.picture("doubt_settled")


def confirm(walk, login):
    """Shows who acts once more, where the page asks for it."""
    if walk.page.locator("[name=confirm_proof]").count():
        walk.picture("confirm")
        walk.page.fill("[name=confirm_proof]", f"moulin-demo-{login}")
        walk.press("main button.primary")


def test_an_administrator_lets_somebody_in_and_sets_the_house_up(walk, town, browser):
    with walk("dan") as dan:
        page = dan.page
        dan.go("/staff")
        form = "form:has([value='add-person']) "
        page.fill(form + "[name=login]", "lou")
        page.fill(form + "[name=name]", "Lou Abgrall")
        dan.press(form + "button")
        dan.reads("Lou Abgrall")
        own = "article:has-text('Lou Abgrall') "
        page.select_option(own + "select[name=role]", "technician")
        dan.press(own + "button:has-text('Donner')")
        confirm(dan, "dan")
        assert "technicien" in page.locator(own).inner_text()
        dan.press(own + "button:has-text('Lien de mot de passe')")
        confirm(dan, "dan")
        invitation = page.locator(".notice code").inner_text().rsplit("/", 1)[1]
        dan.picture("staff")

        with walk(None, scripts=False) as lou:
            lou.name = "lou"
            lou.go(f"/invitation/{invitation}")
            lou.picture("invitation")
            lou.page.fill("[name=password]", "un moulin sous la pluie")
            lou.click("main button.primary")
            if lou.page.locator("input[name=login]").count():
                lou.page.fill("input[name=login]", "lou")
                lou.page.fill("input[name=password]", "un moulin sous la pluie")
                lou.click("main button.primary, main button")
            lou.go("/bench")
            lou.reads("Scannez")

        dan.go("/prices")
        dan.picture("prices")
        dan.click("a[href^='/do/publish-price-grid']")
        page.fill("[name=grid]", "ESSAI-2040")
        page.fill("[name=from]", "2040-01-01")
        # The grid in force is there to be changed: the first laptops become cheaper for the lowest incomes.
        row = page.locator("table.rows tbody tr").first
        assert row.locator("select").first.input_value() == "laptop"
        row.locator("input").first.fill("42,50")
        dan.picture("grid")
        dan.readable()
        dan.press("main button.primary")
        confirm(dan, "dan")
        dan.reads("C'est fait.")
        dan.go("/prices?day=2040-01-01")
        dan.reads("ESSAI-2040", "42,50")
        dan.go("/do/describe-organisation?return=/proposals")
        page.fill("[name=phone]", "01 23 45 67 89")
        dan.press("main button.primary")
        confirm(dan, "dan")
        dan.reads("C'est fait.")
        dan.picture("proposals")


def test_an_auditor_verifies_reads_who_did_what_and_takes_an_anchor_away(walk):
    with walk("dan") as dan:
        page = dan.page
        dan.go("/audit")
        dan.press("button.primary")
        dan.reads("Rien à redire")
        dan.go("/audit?login=ana")
        dan.reads("Ana Martin")
        dan.picture("audit")
        with page.expect_download() as download:
            page.evaluate("location.href = '/audit/anchors'")
        assert download.value.suggested_filename == "anchors.jsonl"


def test_pages_that_are_rarely_open_are_in_order_as_well(walk):
    with walk("dan") as dan, walk("ana") as ana, walk(None) as stranger:
        stranger.name = "nobody"
        stranger.go("/forgotten")
        stranger.picture("forgotten")
        stranger.page.fill("[name=account]", "ana@example.org")
        stranger.press("main button.primary")
        stranger.picture("forgotten_asked")
        ana.go("/doubts")
        ana.picture("doubts")
        dan.go("/do/make-token")
        dan.page.fill("[name=login]", "ana")
        dan.page.fill("[name=purpose]", "inventaire du samedi")
        dan.press("main button.primary")
        confirm(dan, "dan")
        dan.reads("Notez-le maintenant")
        dan.picture("token")
        dan.go("/list/list-documents")
        code = dan.page.locator("main table a[href^='/documents/']").first.inner_text().strip()
        dan.go(f"/documents/{code}")
        printed = re.search(r"D-[0-9A-Z-]{8,}", dan.text).group()
        stranger.go(f"/verify?code={printed}")
        stranger.reads(code)
        stranger.picture("verified")


def test_a_place_is_added_renamed_moved_and_retired(walk):
    with walk("ana", scripts=False) as ana:
        page = ana.page
        ana.go("/places")
        page.fill("form:has([value='add-site']) [name=site]", "Quai")
        ana.click("form:has([value='add-site']) button")
        for name in ("Hangar", "Mezzanine"):
            page.fill("form:has([value='add-place']) [name=place]", name)
            page.fill("form:has([value='add-place']) [name=site]", "Quai")
            ana.click("form:has([value='add-place']) button")
        ana.click("main a:has-text('Quai / Mezzanine')")
        page.fill("#place [name=name]", "Mezzanine nord")
        page.fill("#place [name=within]", "Quai / Hangar")
        ana.picture("place")
        ana.readable()
        ana.click("#place button.primary")
        ana.reads("Le lieu est maintenant « Quai / Hangar / Mezzanine nord ».")

        ana.click("main a:has-text('Tous les lieux')")
        ana.click("main ul.links a >> text=/Hangar$/")
        ana.click("#place button:has-text('Retirer')")
        ana.reads("Il reste dans", "lieux 1", "Mettez-les d'abord ailleurs")
        ana.picture("place_not_empty")
        ana.go("/places?place=Mezzanine%20nord")
        ana.click("#place button:has-text('Retirer')")
        ana.reads("Le lieu « Quai / Hangar / Mezzanine nord » est retiré.")
        assert page.locator("main ul.links:has-text('Mezzanine')").count() == 0


def test_a_list_keeps_its_filter_in_the_other_language_and_prints_bare(walk):
    with walk("ana", scripts=False) as ana:
        page = ana.page
        ana.go("/list/list-devices?kind=laptop")
        page.click(".help summary")
        ana.reads("Toutes les machines de la maison")
        for language in ("en", "fr"):
            ana.click(f"button[value={language}]")
            assert page.url.endswith("/list/list-devices?kind=laptop")
        page.emulate_media(media="print", color_scheme="dark")
        for hidden in ("header", "main form", "main button", "details", ".after"):
            assert page.locator(hidden).first.is_visible() is False, hidden
        colours = page.locator("main td").first.evaluate(
            "cell => [getComputedStyle(cell).color, getComputedStyle(cell.closest('table')).backgroundColor]")
        assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
        paper = page.pdf(prefer_css_page_size=True)
        assert paper.startswith(b"%PDF")
        (SCREENS / "print_devices.pdf").write_bytes(paper)


def test_a_shared_bench_and_an_act_of_two_ask_for_what_is_missing(walk):
    with walk("ana", scripts=False) as ana, walk(None) as bench:
        ana.go("/account")
        ana.page.fill("form:has([value='set-pin']) [name=pin]", "4711")
        ana.click("form:has([value='set-pin']) button")
        confirm(ana, "ana")
        bench.name = "bench"
        page = bench.page
        bench.go("/sign-in")
        page.fill("input[name=login]", "ana")
        page.fill("input[name=password]", "moulin-demo-ana")
        bench.press("main button")
        bench.go("/account")
        page.fill("[name=station]", "Établi 2")
        bench.press("form[action='/account/station'] button")
        bench.go("/do/add-lot")
        page.fill("[name=lot]", "Palette 9")
        bench.press("main button.primary")
        bench.picture("pin")
        bench.readable()
        page.keyboard.type("ana")
        page.keyboard.press("Tab")
        bench.scan("0000")
        bench.reads("ne vont pas ensemble")
        bench.scan("4711")
        bench.reads("C'est fait.", "Palette 9")

    with walk("dan") as dan:
        dan.go("/do/require-two-people")
        dan.page.select_option("[name=act]", "publish-caps")
        dan.press("main button.primary")
        confirm(dan, "dan")
        dan.go("/do/publish-caps")
        dan.page.fill("[name=caps]", "ESSAI-2041")
        dan.page.fill("[name=from]", "2041-01-01")
        dan.press("main button.primary")
        confirm(dan, "dan")
        dan.reads("Il faut une deuxième personne")
        dan.picture("second_person")
        dan.readable()
        dan.page.fill("[name=confirm_reason]", "barème de l'an prochain")
        dan.press("main button.primary")
        dan.reads("Publier des plafonds", "barème de l'an prochain")
