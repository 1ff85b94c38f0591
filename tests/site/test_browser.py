"""The site in headless Chromium: from a mark in a figure to the words, by mouse, by keyboard, on a phone; no network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from browser import Browser, find_chromium

CHROMIUM = find_chromium()
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium or Chrome is installed")
PAGES = (
    "index.html", "sources/words.html", "sources/sheets.html", "sources/web.html", "figures/f.zh.html",
    "analyses/index.zh.html", "analyses/index.en.html", "analyses/net.zh.html", "analyses/net.en.html", "methods/networks.html",
)  # fmt: skip
LOADED = "document.getElementById('panel').classList.contains('open')"
IN_VIEW = (
    "(() => { const b = document.querySelector('.text .chosen').getBoundingClientRect();"
    " const panel = document.getElementById('panel').getBoundingClientRect();"
    " const floor = panel.left === 0 ? panel.top : innerHeight;"
    " return b.top >= 0 && b.bottom <= floor; })()"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM is not None
    with Browser(CHROMIUM) as window:
        yield window


def address(site: Any, name: str) -> str:
    file, hash_mark, anchor = name.partition("#")
    return f"{(site.folder / file).as_uri()}{hash_mark}{anchor}"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", PAGES)
def test_pages_open_without_complaint_network_or_sideways_scrolling(
    site: Any, browser: Browser, name: str, width: int
) -> None:
    browser.size(width)
    browser.open(address(site, name))
    assert browser.complaints() == []
    assert all(asked.startswith("file:") for asked in browser.requests())
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert "evil" not in (browser.run("document.title") or "").partition("<script>")[0]
    assert browser.run("document.title") != "evil"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    ("gid", "clicks", "words"),
    [
        ("one", [], "75项"),
        ("many", ["tr:target a"], "75项"),
        ("act", [], "两地签署《合作协议》"),
        ("words", [], "三地发布"),
    ],
)
def test_from_a_mark_to_its_words_in_at_most_two_clicks(
    site: Any, browser: Browser, gid: str, clicks: list[str], words: str, width: int
) -> None:
    browser.size(width)
    browser.open(address(site, "figures/f.zh.html"))
    browser.click_on(f"#{gid} rect")
    assert len(clicks) <= 1
    for selector in clicks:
        browser.wait(f"document.querySelector('{selector}')")
        browser.click_on(selector)
    browser.wait(f"document.getElementById('panel') && {LOADED}")
    assert browser.run(
        "[...document.querySelectorAll('.chosen')].map((e) => e.textContent).join('')"
    ).startswith(words)
    browser.wait(IN_VIEW)
    assert browser.complaints() == []


def test_the_panel_shows_the_picture_of_the_page_with_the_box_on_the_words(
    site: Any, browser: Browser
) -> None:
    browser.size(1280)
    browser.open(address(site, "sources/sheets.html#pdf-31"))
    browser.wait("document.querySelector('#detail img') && document.querySelector('#detail img').complete")
    assert browser.run("document.querySelector('#detail img').naturalWidth") == 800
    assert browser.run("document.querySelector('#detail img').getAttribute('src')").endswith(
        "original-0002.png"
    )
    rect, frame = (
        browser.run(f"(() => {{ const b = document.querySelector('{s}').getBoundingClientRect();"
                    " return [b.left, b.top, b.right, b.bottom]; })()")
        for s in ("#detail rect", "#detail .frame")
    )  # fmt: skip
    assert frame[0] <= rect[0] < rect[2] <= frame[2] and frame[1] <= rect[1] < rect[3] <= frame[3]
    # the box covers ink: at the same place of the picture there are dark pixels
    dark = browser.run(
        "(() => { const i = document.querySelector('#detail img'), r = document.querySelector('#detail rect');"
        " const v = r.ownerSVGElement.viewBox.baseVal, k = i.naturalWidth / v.width;"
        " return ['x', 'y', 'width', 'height'].map((n) => r[n].baseVal.value * k); })()"
    )
    from PIL import Image

    picture = Image.open(site.folder / "pages" / "sheets" / "original-0002.png").convert("L")
    x, y, width, height = dark
    inside = picture.crop((int(x), int(y), int(x + width), int(y + height)))
    assert min(inside.tobytes()) < 100
    assert sum(value < 100 for value in picture.tobytes()) > sum(value < 100 for value in inside.tobytes())


def test_a_click_on_a_number_tells_its_attributes_and_who_else_states_it(site: Any, browser: Browser) -> None:
    browser.size(1280)
    browser.open(address(site, "sources/words.html"))
    browser.click_on("a.fact.extracted")
    browser.wait(LOADED)
    shown = browser.run("document.getElementById('detail').innerText")
    for words in (
        "75项",
        "standards",
        "chosen, this one",
        "differs",
        "same quantity",
        "Drawn in",
        "Characters",
    ):
        assert words in shown
    browser.click_on("a.num.unread")
    browser.wait("document.getElementById('kind').textContent.includes('not read')")
    assert "no unit" in browser.run("document.getElementById('detail').innerText")


def test_hostile_words_in_the_panel_stay_words(site: Any, browser: Browser) -> None:
    browser.open(address(site, "sources/words.html#fact-88"))
    browser.wait(LOADED)
    assert "</script><script>" in browser.run("document.getElementById('detail').innerText")
    assert browser.run("document.querySelectorAll('#detail script').length") == 0
    assert browser.complaints() == []


def test_everything_can_be_done_with_the_keyboard(site: Any, browser: Browser) -> None:
    browser.size(1280)
    browser.open(address(site, "sources/words.html"))
    for _ in range(40):
        browser.key("Tab")
        if browser.run("document.activeElement.className") == "fact extracted":
            break
    else:
        pytest.fail("the first fact is not reached by the tab key")
    browser.key("Enter")
    browser.wait(LOADED)
    browser.key("Escape")
    browser.wait(f"!{LOADED}")
    assert browser.run("document.activeElement.className") == "fact extracted"
    browser.open(address(site, "figures/f.zh.html"))
    for _ in range(10):
        browser.key("Tab")
        if browser.run("document.activeElement.getAttribute('aria-label')") == "75，京津冀":
            break
        if "mark" in str(browser.run("document.activeElement.getAttribute('class')")):
            break
    browser.key("Enter")
    browser.wait(f"document.getElementById('panel') && {LOADED}")


def test_the_buttons_lead_from_one_number_to_the_next(site: Any, browser: Browser) -> None:
    browser.size(1280)
    browser.open(address(site, "sources/words.html"))
    seen = []
    for _ in range(3):
        before = browser.run("location.hash")
        browser.click_on("#after")
        browser.wait(f"location.hash !== {before!r}")
        browser.wait(
            "document.querySelector('.chosen').dataset.i.split(' ').includes(location.hash.slice(1))"
        )
        seen.append(browser.run("document.querySelector('.chosen').textContent"))
    assert len(set(seen)) == 3
