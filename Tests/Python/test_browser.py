"""The pages in a real browser: readable for everybody, quiet, light, and whole without scripts.

Pictures of every page are kept in artefacts/screens.
"""
import datetime
import itertools
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import PATIENCE, SCREENS, WIDTHS, Hand, browser, open_context, sessions  # noqa: F401
from serving import PEOPLE

LARGEST_PAGE = 60_000


def navigation(page, town):
    page.goto(town.address + "/")
    links = page.locator("header nav a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert links, "nobody signs in to an empty navigation"
    return ["/sign-in", *links]


def overflow(page):
    """By how many pixels a page is wider than its screen."""
    return max(0, page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def described(results):
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]} {one['nodes'][0]['failureSummary'][:300]}"
            for one in results.response["violations"]]


@pytest.mark.parametrize("login", PEOPLE)
def test_every_page_of_the_navigation_is_readable_quiet_and_fits(town, browser, sessions, login):
    SCREENS.mkdir(parents=True, exist_ok=True)
    wrong = []
    for width, scheme in itertools.product(WIDTHS, ("light", "dark")):
        context = open_context(browser, sessions[login], width, scheme)
        page = context.new_page()
        noise = []
        page.on("console", lambda message: noise.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: noise.append(str(error)))
        for path in navigation(page, town):
            answer = page.goto(town.address + path, wait_until="load")
            where = f"{login} {width} {scheme} {path}"
            name = path.strip("/").replace("/", "_") or "home"
            page.screenshot(path=str(SCREENS / f"{name}.{login}.{width}.{scheme}.png"), full_page=True)
            if answer.status != 200:
                wrong.append(f"{where}: {answer.status}")
            wrong += [f"{where}: {one}" for one in described(Axe().run(page))]
            if overflow(page):
                wrong.append(f"{where}: {overflow(page)} px wider than the screen")
        wrong += [f"{login} {width} {scheme}: {one}" for one in noise]
        context.close()

    assert wrong == []


# Forms that no link of the navigation leads to; the longest of each desk.
FORMS = {
    "ana": ["/places", "/doubts", "/donors", "/do/describe-device", "/do/add-donor", "/do/place-device"],
    "bea": ["/do/enter-application", "/do/decide-application"],
    "cid": ["/do/decide-application"],
    "dan": ["/prices", "/do/publish-price-grid", "/do/describe-organisation", "/do/publish-brackets"],
}


@pytest.mark.parametrize("login", PEOPLE)
def test_the_same_pages_and_forms_are_readable_and_fit_in_english(town, browser, sessions, login):
    context = open_context(browser, sessions[login], "phone")
    context.add_cookies([{"name": "moulin-language", "value": "en", "url": town.address}])
    page = context.new_page()
    wrong = []
    for path in navigation(page, town) + FORMS[login]:
        answer = page.goto(town.address + path, wait_until="load")
        where = f"{login} {path}"
        if answer.status != 200 or page.get_attribute("html", "lang") != "en":
            wrong.append(f"{where}: {answer.status} in {page.get_attribute('html', 'lang')}")
        wrong += [f"{where}: {one}" for one in described(Axe().run(page))]
        for width, (across, high) in WIDTHS.items():
            page.set_viewport_size({"width": across, "height": high})
            if overflow(page):
                wrong.append(f"{where} {width}: {overflow(page)} px wider than the screen")
        page.set_viewport_size(dict(zip(("width", "height"), WIDTHS["phone"])))
    context.close()

    assert wrong == []


@pytest.mark.parametrize("login", PEOPLE)
def test_every_page_is_whole_without_scripts(town, browser, sessions, login):
    context = open_context(browser, sessions[login], scripts=False)
    page = context.new_page()
    for path in navigation(page, town):
        page.goto(town.address + path, wait_until="load")

        assert page.locator("h1").count() == 1, path
        assert page.locator("main").inner_text().strip(), path
    context.close()


@pytest.mark.parametrize("login", PEOPLE)
def test_style_script_and_text_of_a_page_stay_under_60_kb(town, browser, sessions, login):
    for path in ["/sign-in", "/", "/all"]:
        context = open_context(browser, sessions[login])
        page = context.new_page()
        answers = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(town.address + path, wait_until="load")
        size = sum(len(one.body()) for one in answers if one.status == 200)
        context.close()

        assert 0 < size < LARGEST_PAGE, path


OPEN = ["/verify", "/verify/D-0000-0000-001", "/give", "/catalogue", "/public/figures"]


def test_pages_without_an_account_are_readable_quiet_and_fit(town, browser):
    SCREENS.mkdir(parents=True, exist_ok=True)
    wrong = []
    for width, scheme in itertools.product(WIDTHS, ("light", "dark")):
        context = open_context(browser, None, width, scheme)
        page = context.new_page()
        for path in OPEN:
            page.goto(town.address + path, wait_until="load")
            name = path.strip("/").replace("/", "_")
            page.screenshot(path=str(SCREENS / f"{name}.nobody.{width}.{scheme}.png"), full_page=True)
            wrong += [f"{width} {scheme} {path}: {one}" for one in described(Axe().run(page))]
            if overflow(page):
                wrong.append(f"{width} {scheme} {path}: {overflow(page)} px wider than the screen")
        context.close()

    assert wrong == []


def test_a_gift_is_announced_on_a_telephone_without_scripts_and_followed(town, browser):
    context = open_context(browser, None, "phone", scripts=False)
    page = context.new_page()
    page.goto(town.address + "/give")
    page.select_option("select[name=donor_kind]", "association")
    page.fill("input[name=name]", "Les Amis du Livre")
    page.fill("input[name=email]", "amis@example.org")
    page.fill("input[name='lines.0.quantity']", "3")
    page.set_input_files("input[name=file]", {
        "name": "parc.csv", "mimeType": "text/csv", "buffer": b"Serial;Brand\nAB12345;Dell\n"})
    page.click("main button.primary")
    page.wait_for_url("**/give/*")
    page.screenshot(path=str(SCREENS / "give_followed.nobody.phone.light.png"), full_page=True)

    assert "parc.csv" in page.locator("main").inner_text()
    assert "amis@example.org" not in page.content()
    context.close()


def test_a_wrong_password_is_told_and_the_page_can_be_read(town, browser):
    context = browser.new_context(locale="fr-FR")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(town.address + "/sign-in")
    page.fill("input[name=login]", "ana")
    page.fill("input[name=password]", "not the password")
    page.click("main button")
    page.wait_for_load_state("load")

    assert "ne vont pas ensemble" in page.locator("main").inner_text()
    assert described(Axe().run(page)) == []
    context.close()


def test_a_person_signs_in_with_the_keyboard_alone(town, browser):
    context = browser.new_context(locale="fr-FR")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(town.address + "/sign-in")
    page.focus("input[name=login]")
    page.keyboard.type("ana")
    page.keyboard.press("Tab")
    page.keyboard.type("moulin-demo-ana")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/sign-in" not in url)

    assert page.locator("header nav a").count() > 2
    context.close()


def twin_day(today):
    """The last day whose month and day are one number, so that it is typed alike in every country."""
    days = [datetime.date(today.year - 1, 12, 12), *(datetime.date(today.year, one, one) for one in range(1, 13))]
    return max(day for day in days if day <= today)


def test_a_practised_hand_approves_a_family_in_three_pages_and_sixty_presses(town, browser, sessions):
    seen = twin_day(datetime.date.today())
    context = open_context(browser, sessions["bea"])
    page = context.new_page()
    pages, papers = [], []

    def note(answer):
        if not answer.request.is_navigation_request() or answer.status != 200:
            return
        (papers if "pdf" in answer.headers.get("content-type", "") else pages).append(answer.url)

    page.on("response", note)
    page.goto(town.address + "/applications")
    hand = Hand(page)

    hand.reach("[name='adults.0.family_name!']")
    hand.name("Quéméneur")
    hand.press("Tab")
    hand.name("Soizic")
    hand.reach("[name='adults.0.born_on']")
    hand.types("03031988")
    hand.reach("summary")
    hand.press("Enter")
    hand.press("Tab")
    hand.name("Quéméneur")
    hand.press("Tab")
    hand.name("Yann")
    hand.reach("[name='adults.1.born_on']")
    hand.types("04041986")
    hand.reach("[name=persons]")
    hand.types("4")
    hand.reach("[name=children_in_education]")
    hand.types("2")
    hand.reach("[name='proofs.0.dated_on!']")
    hand.types(f"{seen.month:02}{seen.day:02}{seen.year}")
    hand.reach("[name='means.official.quotient:number!']")
    hand.types("640")
    hand.press("Enter")
    page.wait_for_url("**/applications/*")
    page.wait_for_load_state("load")

    assert "Q3" in page.locator("main").inner_text()
    page.screenshot(path=str(SCREENS / "desk.bea.desktop.light.png"), full_page=True)
    hand.reach("button.primary.large")
    with page.expect_response(lambda answer: "/documents/BON-" in answer.url and answer.status == 200):
        hand.press("Enter")

    assert len(pages) + len(papers) <= 3, pages + papers
    assert len(papers) == 1
    assert hand.presses <= 60, hand.presses
    context.close()


@pytest.fixture(autouse=True, scope="module")
def fresh_pictures():
    shutil.rmtree(SCREENS, ignore_errors=True)
