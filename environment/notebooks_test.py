"""Tests of what notebooks.py complains about."""

import os
import pathlib
import tempfile
import unittest

os.environ.setdefault("LEMMA_ROOT", ".")
import nbformat  # noqa: E402
import notebooks  # noqa: E402
from nbformat.v4 import new_code_cell, new_notebook, new_output  # noqa: E402

TABLE = new_output("display_data", {"text/html": "<table><tr><td>7</td></tr></table>", "text/plain": "7"})
EMPTY = new_output("display_data", {"text/html": "<table><style>td{}</style></table>", "text/plain": " "})


def notebook(source, outputs, count=1):
    return new_notebook(cells=[new_code_cell(source, outputs=outputs, execution_count=count)])


class Complaints(unittest.TestCase):
    def test_a_shown_table_is_fine(self):
        good = notebook("Show.table(t);", [TABLE])
        self.assertEqual([], list(notebooks.complaints_on_source(good)))
        self.assertEqual([], list(notebooks.complaints_on_run(good, good)))

    def test_a_table_without_anything_to_read_is_not(self):
        run = notebook("Show.table(t);", [EMPTY])
        self.assertIn("shows nothing", list(notebooks.complaints_on_run(run, run))[0])
        self.assertIn("nothing to see", list(notebooks.complaints_on_source(notebook("f();", [EMPTY])))[0])

    def test_a_lost_figure_is_noticed(self):
        figure = new_output("display_data", {"image/png": "x" * 200, "text/plain": "[figure]"})
        before, after = notebook("draw();", [figure]), notebook("draw();", [])
        self.assertIn("image/png", list(notebooks.complaints_on_run(before, after))[0])

    def test_missing_counts_and_long_cells_are_noticed(self):
        self.assertIn("execution count", list(notebooks.complaints_on_source(notebook("int x = 1;", [], None)))[0])
        long = notebook("\n".join(["f();"] * 16), [])
        self.assertIn("16 lines", list(notebooks.complaints_on_source(long))[0])

    def test_every_output_is_looked_at_recorded_and_run(self):
        raw = notebook("f();", [new_output("stream", name="stdout", text="0.30000000000000004")])
        good = notebook("f();", [new_output("stream", name="stdout", text="0.3")])
        self.assertIn("raw number", list(notebooks.complaints_on_source(raw))[0])
        self.assertIn("raw number", list(notebooks.complaints_on_run(good, raw))[0])

    def test_a_cell_of_only_a_picture_shows_something(self):
        picture = new_output("display_data", {"text/html": "<img src='x.png'>"})
        self.assertTrue(notebooks.shows_something(picture))
        self.assertFalse(notebooks.shows_something(new_output("stream", name="stdout", text=" \n")))

    def test_a_check_must_show_its_hint(self):
        silent = notebook("Check.that(unit.first(), 0);", [])
        self.assertIn("no recorded output", list(notebooks.complaints_on_source(silent))[0])


class Pairs(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.course = pathlib.Path(folder.name, "course")
        (self.course / "solutions").mkdir(parents=True)

    def complaints(self, **cells):
        paths = []
        for name, sources in cells.items():
            path = self.course / ("solutions/unit.ipynb" if name == "solution" else f"{name}.ipynb")
            nbformat.write(new_notebook(cells=[new_code_cell(source) for source in sources]), path)
            paths.append(path)
        return [complaint for _, complaint in notebooks.complaints_on_pairs(paths)]

    def test_a_pair_with_the_same_exercises_is_fine(self):
        self.assertEqual([], self.complaints(
            unit=["int a = 0;\nCheck.that(unit.sum(), a);"], solution=["Check.that(unit.sum(), 7);", "Check.requireAll(unit);"]))

    def test_a_lone_notebook_another_exercise_and_no_insisting_are_noticed(self):
        self.assertIn("no partner", self.complaints(unit=[])[0])
        unlike, lenient = self.complaints(unit=["Check.that(unit.sum(), 0);"], solution=["Check.that(unit.product(), 7);"])
        self.assertIn("unit.product()", unlike)
        self.assertIn("requireAll", lenient)


if __name__ == "__main__":
    unittest.main()
