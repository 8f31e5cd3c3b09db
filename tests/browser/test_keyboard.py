"""Without a mouse: from the top of the page to an answer and back."""

from playwright.sync_api import Page, expect

from browser.reader import WORDS, Reader

MOST_STOPS = 60


def stop(page: Page) -> str:
    """The label of what has the focus, which must be visible, on the screen, covered by nothing, and outlined."""
    found: dict[str, str | bool] = page.evaluate(
        """async () => {
            await Promise.allSettled(document.getAnimations().map(({finished}) => finished));
            const element = document.activeElement;
            const {outlineStyle, outlineWidth} = getComputedStyle(element);
            const box = element.getBoundingClientRect();
            const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return {
                label: (element.labels?.[0] ?? element).textContent.trim().replace(/\\s+/g, " "),
                html: element.outerHTML.slice(0, 200),
                isOutlined: outlineStyle !== "none" && outlineWidth !== "0px",
                isSeen: Boolean(above) && (element.contains(above) || above.contains(element)),
            };
        }"""
    )
    assert found["isOutlined"], found
    assert found["isSeen"], found
    return str(found["label"])


def tab_to(page: Page, label: str) -> None:
    """Press Tab until the control with this label has the focus; every stop on the way can be seen."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if stop(page) == label:
            return
    raise AssertionError(f"no way to {label}")


def test_from_the_top_to_an_answer_and_back(reader: Reader) -> None:
    """Tab, Space, arrows and Enter are enough; the answer's heading gets the focus, and a link leads back up."""
    page, keys = reader.page, reader.page.keyboard
    tab_to(page, WORDS.text("form.options.stages.pre_interview"))
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    expect(reader.option("stage", "post_interview")).to_be_checked()
    tab_to(page, WORDS.text("form.interview_date.label"))
    keys.type("2 June 2026")
    tab_to(page, WORDS.text("form.options.channels.email"))
    keys.press("Space")
    expect(reader.option("channels_given", "email")).to_be_checked()
    tab_to(page, WORDS.text("form.add-row"))
    keys.press("Enter")
    expect(reader.control("attempts[].kind", reader.message(1))).to_be_focused()
    stop(page)
    keys.press("ArrowDown")
    expect(reader.control("attempts[].kind", reader.message(1))).to_have_value("thank_you")
    tab_to(page, WORDS.text("form.attempts.at.label"))
    keys.type("2 June 2026")
    tab_to(page, WORDS.text("form.more"))
    keys.press("Enter")
    tab_to(page, WORDS.text("form.today.label"))
    keys.type("4 June 2026")
    tab_to(page, WORDS.text("form.submit"))
    keys.press("Enter")

    reader.expect_answer()
    stop(page)
    tab_to(page, WORDS.text("page.change"))
    keys.press("Enter")
    expect(reader.option("stage", "post_interview")).to_be_in_viewport()
    tab_to(page, WORDS.text("form.interview_date.label"))


def test_enter_in_a_field_asks(reader: Reader) -> None:
    """As everywhere on the web, Enter in a line of text sends the form off, here to the page itself."""
    reader.fill("stage", "post_interview")
    reader.control("interview_date").fill("2 June 2026")
    address = reader.page.url
    reader.control("interview_date").press("Enter")

    reader.expect_answer()
    assert reader.page.url == address
