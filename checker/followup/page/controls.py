"""One control of the checker's form as HTML, with its label, hint and the place for its fault."""

from followup.knowledge import load
from followup.page.fields import Field
from followup.render.markup import Html, joined, tag
from followup.words import Words
from followup.words.quantities import usual_numbers

_YES_NO = {"yes": "yes", "no": "no", "unknown": ""}


def field_html(field: Field, words: Words) -> Html:
    """The control; in a row, `#` stands for the row's number."""
    name = field.path.replace("[]", "[#]")
    control_id = control_id_of(name)
    if field.kind == "hidden":
        return tag("input", type="hidden", name=name, id=control_id)
    attributes: dict[str, str | bool] = {
        "class_": "checker-field",
        "data_field": name,
        "data_kind": field.kind,
        "data_shown_when": field.shown_when.replace("[]", "[#]") or False,
        # As the script finds it while nothing is answered, so that nothing moves when the script comes.
        "hidden": any("!=" not in condition for condition in field.shown_when.split()),
    }
    label, hint = words.text(f"{field.key}.label"), _hint(field, words)
    notes = joined(
        tag("p", hint, class_="checker-hint", id=f"{control_id}-hint") if hint else "",
        tag("p", class_="checker-fault", id=f"{control_id}-fault", hidden=True),
    )
    described = f"{control_id}-hint {control_id}-fault" if hint else f"{control_id}-fault"
    if field.kind in {"choice", "choices", "yes-no"}:
        options = tag("div", *_options(field, name, control_id, words), class_="checker-options")
        return tag("fieldset", tag("legend", label), notes, options, aria_describedby=described, **attributes)
    if field.kind == "tick":
        box = tag("input", type="checkbox", name=name, value="yes", id=control_id, aria_describedby=described)
        return tag("div", tag("label", box, tag("span", label), class_="checker-option"), notes, **attributes)
    control = _control(field, {"name": name, "id": control_id, "aria_describedby": described}, words)
    return tag("div", tag("label", label, for_=control_id), notes, control, **attributes)


def control_id_of(name: str) -> str:
    """The id of a control: its name with dashes, so that it can stand in an address."""
    return "checker-" + name.replace("[", "-").replace("]", "").replace(".", "-")


def _hint(field: Field, words: Words) -> str:
    """The control's own hint, and for days and times an example of how to write them."""
    keys = (f"{field.key}.hint", f"form.{field.kind}-example")
    numbers = usual_numbers(load(), words)
    return " ".join(words.text(key, numbers) for key in keys if words.has(key))


def _options(field: Field, name: str, control_id: str, words: Words) -> list[Html]:
    """Radio buttons or boxes to tick. The first has the control's own id, so that a link to the control finds it."""
    kind = "checkbox" if field.kind == "choices" else "radio"
    texts = {value: words.text(f"form.options.{field.words}.{value}") for value in field.options} or {
        value: words.text(f"form.options.yes-no.{key}") for key, value in _YES_NO.items()
    }
    return [
        tag(
            "label",
            tag("input", type=kind, name=name, value=value, id=control_id if number == 0 else f"{control_id}-{number}"),
            tag("span", text),
            class_="checker-option",
        )
        for number, (value, text) in enumerate(texts.items())
    ]


def _control(field: Field, attributes: dict[str, str | bool], words: Words) -> Html:
    """A control that has one label: a drop-down list or a place to type."""
    match field.kind:
        case "list":
            texts = {value: words.text(f"form.options.{field.words}.{value}") for value in field.options}
            options = (tag("option", text, value=value) for value, text in texts.items())
            return tag("select", tag("option", words.text("form.not-chosen"), value=""), *options, **attributes)
        case "names":
            return tag("textarea", rows="3", **attributes)
        case "day":
            return tag("div", tag("input", type="text", **attributes), _calendar(field, words), class_="checker-day")
        case "number":
            return tag("input", type="text", inputmode="numeric", **attributes)
        case "zone":
            return tag("input", type="text", list="checker-zones", spellcheck="false", **attributes)
        case _:
            return tag("input", type="text", **attributes)


def _calendar(field: Field, words: Words) -> Html:
    """A button that opens the browser's own calendar; shown where the script finds that there is one."""
    icon = tag(
        "svg",
        tag(
            "path",
            d="M7 2v2H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V6a2 2 0 0 0-2-2h-2V2h-2v2H9V2zm-2 8h14v10H5z",
        ),
        viewBox="0 0 24 24",
        width="24",
        height="24",
        aria_hidden="true",
    )
    title = words.text("form.calendar", label=words.text(f"{field.key}.label"))
    return joined(
        tag("button", icon, type="button", class_="checker-calendar", aria_label=title),
        tag("input", type="date", class_="checker-picker", tabindex="-1", aria_hidden="true"),
    )
