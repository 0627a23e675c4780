"""Tests of the HTML pages, on the committed notebooks and on small ones."""

import os
import pathlib
import re
import tempfile
import unittest

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
import nbformat

import pages

ROOT = pathlib.Path(os.environ.get("LEMMA_ROOT", "."))
SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='900'/>"


def notebook(markdown, executed=True):
    figure = new_output("display_data", {"image/svg+xml": SVG, "image/png": "eA==", "text/plain": "[figure loss: Loss \"by\" step.]"})
    code = new_code_cell("Show.figure(f);", outputs=[figure] * executed, execution_count=1 if executed else None)
    return new_notebook(cells=[new_markdown_cell(markdown), code])


class Site(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.source, self.target = pathlib.Path(self.folder.name, "notebooks"), pathlib.Path(self.folder.name, "site")

    def put(self, name, content):
        path = self.source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(content, path)

    def assert_has(self, part, name):
        self.assertTrue(part in self.page(name), f"{name} has no {part}")

    def page(self, name):
        return (self.target / name).read_text(encoding="utf-8")

    def test_links_between_notebooks_lead_to_pages_and_others_to_nowhere_broken(self):
        self.put("01-a.ipynb", notebook("# A & b\n\n**First** words.\n\n[b](course/b.ipynb#part) [data](../data.csv) [web](https://example.org)"))
        self.put("course/b.ipynb", notebook("# B\n\n[back](../01-a.ipynb) [later](c.ipynb)"))
        self.put("course/c.ipynb", notebook("# C", executed=False))
        written, left_out = pages.write(self.source, self.target)
        self.assertEqual(["01-a.ipynb", "course/b.ipynb"], [path.as_posix() for path in written])
        self.assertEqual(["course/c.ipynb"], [path.as_posix() for path in left_out])
        self.assert_has('href="course/b.html#part"', "01-a.html")
        self.assert_has("<span>data</span>", "01-a.html")
        self.assert_has('href="https://example.org"', "01-a.html")
        self.assert_has('href="../01-a.html"', "course/b.html")
        self.assert_has("<span>later</span>", "course/b.html")
        self.assert_has('<a href="01-a.html">A &amp; b</a></dt>\n<dd>First words.', "index.html")
        self.assert_has("<h2>course</h2>", "index.html")

    def test_a_page_follows_the_colour_scheme_and_shrinks_its_charts(self):
        self.put("a.ipynb", notebook("# A"))
        pages.write(self.source, self.target)
        dark = self.page("a.html").split("@media (prefers-color-scheme: dark)")[1]
        self.assertTrue("--jp-layout-color0: #111" in dark, "no dark colours behind the rule")
        self.assert_has(".jp-RenderedSVG img, .jp-RenderedImage img { display: block; max-width: 100%", "a.html")
        caption = """(?:"figure loss: Loss &quot;by&quot; step."|'figure loss: Loss "by" step.')"""
        self.assertTrue(re.search(f'<img alt={caption} src="data:image/svg', self.page("a.html")), "no chart with its caption")

    def test_only_formulas_bring_a_script(self):
        self.put("a.ipynb", notebook("# A"))
        self.put("b.ipynb", notebook("# B\n\n$x^2$"))
        pages.write(self.source, self.target)
        self.assertFalse("<script" in self.page("a.html"), "a script without a formula")
        self.assert_has("MathJax", "b.html")

    def test_the_committed_notebooks_have_pages_without_dead_links(self):
        written, _ = pages.write(ROOT / "notebooks", self.target)
        self.assertTrue(written)
        for page in self.target.rglob("*.html"):
            for link in re.findall(r'<a\b[^>]*href="([^"#:]+)', page.read_text(encoding="utf-8")):
                self.assertTrue((page.parent / link).exists(), f"{page.name} links to {link}")

    def test_without_an_executed_notebook_there_is_no_index(self):
        self.put("c.ipynb", notebook("# C", executed=False))
        self.assertEqual([], pages.write(self.source, self.target)[0])
        self.assertFalse(self.target.exists())


if __name__ == "__main__":
    unittest.main()
