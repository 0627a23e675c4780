"""Writes the executed notebooks as HTML pages with an index: `environment/lab export html DIR`.

    pages.py DIR

Each page stands alone: its charts are inside, it runs no script unless it has formulas, and it follows the reader's light or dark
colour scheme. A notebook that was not executed is left out and named.
"""

import base64
import copy
import html
import html.parser
import os
import pathlib
import posixpath
import re
import sys

import nbconvert
import nbformat

STYLE = """
:root { color-scheme: light dark; }
main { max-width: 70em; margin: 0 auto; }
.jp-OutputArea-output { overflow-x: auto; }
.jp-InputArea-editor .highlight pre { white-space: pre-wrap; overflow-wrap: anywhere; }
.jp-RenderedSVG img, .jp-RenderedImage img { display: block; max-width: 100%; height: auto; border-radius: 4px; }
.jp-RenderedHTMLCommon summary { cursor: pointer; }
@media (prefers-color-scheme: dark) { .jp-RenderedSVG img, .jp-RenderedImage img { filter: brightness(.88); } }
"""

INDEX = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<title>Lemma Lab: notebooks</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 52em; margin: 2em auto; padding: 0 1em; }}
dt {{ font-weight: 600; margin-top: 1em; }}
dd {{ margin: 0; opacity: .85; }}
</style>
</head>
<body>
<h1>Lemma Lab: notebooks</h1>
{parts}
</body>
</html>
"""

HEAD_SCRIPT = re.compile(r"<script\b.*?</script>\s*", re.DOTALL)
LINK = re.compile(r'<a\b([^>]*?)\shref="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)


def notebook_paths(folder):
    """The notebooks below a folder, in their order, relative to it."""
    found = (path.relative_to(folder) for path in folder.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)
    return sorted(found, key=lambda path: (len(path.parts), path.as_posix()))


def is_executed(notebook):
    """Whether every code cell that has code has run."""
    return all(cell.execution_count for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip())


def has_formulas(notebook):
    return any("$" in cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def first_words(notebook):
    """The title and the first paragraph, as plain text; empty where there is none."""
    text = "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    title = next((line.lstrip("# ") for line in text.splitlines() if line.startswith("# ")), "")
    paragraphs = (part for part in re.split(r"\n\s*\n", text) if part.strip() and not re.match(r"\s*([#|>]|[*-] )", part))
    return plain(title), plain(next(paragraphs, ""))


def plain(markdown):
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    return " ".join(re.sub(r"[*_`]{1,2}(?=\S)|(?<=\S)[*_`]{1,2}", "", text).split())


class Pages:
    """Turns notebooks into pages by nbconvert's own look."""

    def __init__(self):
        self.exporter = nbconvert.HTMLExporter(template_name="lab", theme="light")
        self.dark = next((path.read_text(encoding="utf-8") for path in self._themes() if path.is_file()), None)
        if self.dark is None:
            sys.exit("lab: nbconvert's lab template has no static/theme-dark.css; 'environment/lab setup' installs one that has")

    def _themes(self):
        return (pathlib.Path(folder, "static", "theme-dark.css") for folder in self.exporter.template_paths)

    def page(self, notebook, path, exported):
        """The page of one notebook; `exported` are the paths that get a page, relative to the notebooks' folder."""
        text, _ = self.exporter.from_notebook_node(with_pictures(notebook), {"metadata": {"name": path.stem}})
        head, body = text.split("<body", 1)
        if not has_formulas(notebook):
            head = HEAD_SCRIPT.sub("", head)
        title = html.escape(first_words(notebook)[0] or path.stem)
        head = re.sub(r"<title>.*?</title>", lambda _: f"<title>{title}</title>", head, flags=re.DOTALL)
        head = head.replace("</head>", self._style() + "</head>", 1)
        return head + "<body" + with_pages(body, path, exported)

    def _style(self):
        return f"<style>\n@media (prefers-color-scheme: dark) {{\n{self.dark}\n}}\n{STYLE}</style>\n"


def with_pictures(notebook):
    """A copy in which each chart is a picture with its caption, which stands in the output's plain text, for readers who do not see it."""
    shown = copy.deepcopy(notebook)
    for cell in shown.cells:
        for output in cell.get("outputs", []):
            svg = output.get("data", {}).get("image/svg+xml")
            if svg:
                caption = html.escape(output.data.get("text/plain", "").strip("[] \n"))
                source = base64.b64encode(svg.encode()).decode()
                output.data = nbformat.from_dict({"text/html": f'<div class="jp-RenderedSVG"><img alt="{caption}" src="data:image/svg+xml;base64,{source}"></div>'})
    return shown


def with_pages(body, path, exported):
    """Links between notebooks lead to pages; links to files that do not come along become plain words."""

    def replaced(found):
        target, _, fragment = html.unescape(found[2]).partition("#")
        if not target or re.match(r"[a-z][a-z0-9+.-]*:", target):
            return found[0]
        if posixpath.normpath(posixpath.join(path.parent.as_posix(), target)) not in exported:
            return f"<span>{found[4]}</span>"
        page = html.escape(target.removesuffix(".ipynb") + ".html" + ("#" + fragment if fragment else ""))
        return f'<a{found[1]} href="{page}"{found[3]}>{found[4]}</a>'

    return LINK.sub(replaced, body)


def index(notebooks):
    """The page that leads to all others: one list for each folder."""
    parts, folder = [], None
    for path, notebook in notebooks.items():
        if path.parent != folder:
            parts += ["</dl>"] * (folder is not None)
            folder = path.parent
            heading = "" if folder == pathlib.Path(".") else f"<h2>{html.escape(folder.as_posix())}</h2>\n"
            parts.append(heading + "<dl>")
        title, paragraph = first_words(notebook)
        target = html.escape(path.with_suffix(".html").as_posix())
        parts.append(f'<dt><a href="{target}">{html.escape(title or path.stem)}</a></dt>\n<dd>{html.escape(paragraph)}</dd>')
    return INDEX.format(parts="\n".join(parts + ["</dl>"]))


def write(source, target):
    """Writes the pages of all executed notebooks below `source`; returns the paths that were written and those left out."""
    read = {path: nbformat.read(source / path, as_version=4) for path in notebook_paths(source)}
    executed = {path: notebook for path, notebook in read.items() if is_executed(notebook)}
    exported, pages = {path.as_posix() for path in executed}, Pages()
    for path, notebook in executed.items():
        page = target / path.with_suffix(".html")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(pages.page(notebook, path, exported), encoding="utf-8")
    if executed:
        (target / "index.html").write_text(index(executed), encoding="utf-8")
    return list(executed), [path for path in read if path not in executed]


def main(target):
    source = pathlib.Path(os.environ["LEMMA_ROOT"], "notebooks")
    if target.exists() and not target.is_dir():
        sys.exit(f"lab: {target}: expected a folder for the pages, found a file")
    written, left_out = write(source, target)
    for path in left_out:
        print(f"left out: notebooks/{path} was not executed; 'environment/lab execute notebooks/{path}' does", file=sys.stderr)
    if not written:
        sys.exit(f"lab: no executed notebook in {source}")
    print(f"{len(written)} notebooks as pages; open {target / 'index.html'}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
