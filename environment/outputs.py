"""What can be wrong with the outputs of a notebook's cells, whoever looks at them: nothing to see, an error, a chart without its
fall-back or caption, a number as the machine prints it."""

import html.parser
import re

# Five decimals and more, and Java's own way of writing small and large numbers; 5.50e-07 was formatted by someone.
LONG_DECIMAL = re.compile(r"(?<![\w.])\d[\d,]*\.\d{5,}(?![\w.]*\.\d)|(?<![\w.])\d\.\d+E-?\d+")
OBJECT = re.compile(r"[\w.$]+@[0-9a-f]+|\[[\w.$]+@[0-9a-f]+")
LEAST_PICTURE = 100


class VisibleText(html.parser.HTMLParser):
    """Collects what a reader would see of an HTML output: text, and whether there is a picture."""

    def __init__(self):
        super().__init__()
        self.text, self.picture, self.hidden = "", False, 0

    def handle_starttag(self, tag, attributes):
        self.picture |= tag in ("img", "svg")
        self.hidden += tag in ("style", "script")
        self.text += " " if tag in ("td", "th", "div", "br", "tr") else ""

    def handle_endtag(self, tag):
        self.hidden -= tag in ("style", "script")

    def handle_data(self, data):
        self.text += data if not self.hidden else ""


def seen_of(markup):
    seen = VisibleText()
    seen.feed(markup)
    return seen


def shows_something(output):
    """Whether one output of a cell has anything to look at."""
    if output.output_type == "stream":
        return output.name == "stdout" and bool(output.text.strip())
    data = output.get("data", {})
    if any(len(data.get(kind, "")) > LEAST_PICTURE for kind in ("image/png", "image/svg+xml")):
        return True
    if "text/html" in data:
        seen = seen_of(data["text/html"])
        return seen.picture or bool(seen.text.strip())
    return bool(data.get("text/plain", "").strip())


def texts(output):
    """All that can be read of an output, in whichever form a page shows it."""
    if output.output_type == "stream":
        return [output.text]
    data = output.get("data", {})
    return [data.get("text/plain", ""), seen_of(data.get("text/html", "")).text]


def complaints_on_output(output, is_exact=False):
    """What is wrong with one output, in words; nothing where all is well. An exact one may have numbers to the last digit."""
    if output.output_type == "error":
        yield f"an error: {output.ename}: {output.evalue}"
        return
    if output.get("name") == "stderr":
        return
    if not shows_something(output):
        yield "an output with nothing to see"
    yield from complaints_on_figure(output.get("data", {}))
    for text in texts(output):
        raw = None if is_exact else LONG_DECIMAL.search(text)
        if raw:
            yield f"a raw number, {raw[0]}; expected at most 4 decimals"
            break


def complaints_on_figure(data):
    """A chart comes as SVG with a PNG for pages that show none, and with words for readers who see neither."""
    drawn = {kind for kind in ("image/svg+xml", "image/png") if kind in data}
    if len(drawn) == 1:
        yield f"a chart as {drawn.pop()} alone; expected SVG and PNG, as Show.figure gives"
    if data.get("image/svg+xml", "").lstrip().startswith("<?xml"):
        yield "a chart with an XML declaration, which some versions of nbconvert refuse; expected one that Show.figure has shown"
    text = data.get("text/plain", "").strip()
    if drawn and (not text or OBJECT.fullmatch(text)):
        yield "a chart without its caption; expected one that Show.figure has shown"


def complaints_on_outputs(cells):
    for number, cell in enumerate(cells, 1):
        # Provenance gives settings to the last digit, so that a run can be had again.
        is_exact = cell.source.startswith("Show.provenance(")
        for output in cell.outputs:
            for complaint in complaints_on_output(output, is_exact):
                yield f"cell {number}: {complaint}"
