"""A real browser before the demonstration town: who has signed in, and what a practised hand does."""
import pytest
from moulin_binary import ROOT
from playwright.sync_api import sync_playwright
from serving import PEOPLE

SCREENS = ROOT / "artefacts" / "screens"
CHROMIUM = "/usr/bin/chromium"
WIDTHS = {"desktop": (1280, 800), "phone": (390, 844)}
PATIENCE = 120_000


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"], timeout=PATIENCE)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def sessions(town, browser):
    """What a browser keeps of each person who has signed in."""
    return {login: sign_in(town, browser, login) for login in PEOPLE}


def sign_in(town, browser, login):
    context = browser.new_context(locale="fr-FR", java_script_enabled=False)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(town.address + "/sign-in")
    page.fill("input[name=login]", login)
    page.fill("input[name=password]", f"moulin-demo-{login}")
    page.click("main button")
    page.wait_for_url(lambda url: "/sign-in" not in url)
    state = context.storage_state()
    context.close()
    return state


def open_context(browser, state, width="desktop", scheme="light", scripts=True):
    context = browser.new_context(
        locale="fr-FR", storage_state=state, java_script_enabled=scripts, color_scheme=scheme,
        viewport=dict(zip(("width", "height"), WIDTHS[width])))
    context.set_default_timeout(PATIENCE)
    return context


class Hand:
    """A practised hand on the keyboard, whose presses are counted; names are typed for free."""

    def __init__(self, page):
        self.page = page
        self.presses = 0

    def press(self, key):
        self.presses += 1
        self.page.keyboard.press(key)

    def types(self, text):
        for letter in text:
            self.press(letter)

    def name(self, text):
        self.page.keyboard.type(text)

    def at(self, selector):
        return self.page.evaluate("selector => document.activeElement.matches(selector)", selector)

    def reach(self, selector):
        for _ in range(25):
            if self.at(selector):
                return
            self.press("Tab")
        raise AssertionError(f"the keyboard does not reach {selector}")
