"""A page's form as a browser would send it, so that a test changes only what it is about."""

from html.parser import HTMLParser


class FormReader(HTMLParser):
    """Every field of a page with the value it holds; buttons are pressed by naming them."""

    def __init__(self, html):
        super().__init__()
        self.fields = {}
        self.select = self.textarea = None
        self.feed(html)

    def add(self, name, value):
        if name and "__prefix__" not in name:
            self.fields.setdefault(name, []).append(value)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        name = given.get("name")
        if tag == "input" and given.get("type") not in {"submit", "file", "search"}:
            is_choice = given.get("type") in {"checkbox", "radio"}
            if not is_choice or "checked" in given:
                self.add(name, given.get("value", "on" if is_choice else ""))
        elif tag == "textarea":
            self.textarea = name
            self.add(name, "")
        elif tag == "select":
            self.select = name
        elif tag == "option" and "selected" in given:
            self.add(self.select, given.get("value", ""))

    def handle_data(self, data):
        if self.textarea in self.fields:
            self.fields[self.textarea][-1] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            # A browser leaves out the line break after the opening tag.
            if self.textarea in self.fields:
                self.fields[self.textarea][-1] = self.fields[self.textarea][-1].removeprefix("\n")
            self.textarea = None
        elif tag == "select":
            self.select = None


def submit(client, url, button="_save", **changes):
    """The answer to a form that was opened, changed and sent by one of its buttons."""
    opened = client.get(url)
    assert opened.status_code == 200, opened
    data = FormReader(opened.content.decode()).fields | changes | {button: "1"}
    return client.post(url, {name: value for name, value in data.items() if value is not None})


def errors_of(answer):
    """Field → messages of a form that came back."""
    return {name: list(messages) for name, messages in answer.context["adminform"].errors.items()}
