"""Tests of what outputs.py complains about: each complaint is made to come once."""

import unittest

from nbformat.v4 import new_code_cell, new_output

import outputs

PICTURE = "x" * 200
FIGURE = {"image/svg+xml": PICTURE, "image/png": PICTURE, "text/plain": "[figure loss: Loss by step.]"}


def complaints(kind, data=None, **more):
    return list(outputs.complaints_on_output(new_output(kind, data, **more) if data else new_output(kind, **more)))


def shown(**data):
    return complaints("display_data", {kind.replace("_", "/", 1): value for kind, value in data.items()})


class Complaints(unittest.TestCase):
    def assert_complaint(self, part, found):
        self.assertEqual(1, len(found), found)
        self.assertIn(part, found[0])

    def test_good_outputs_get_none(self):
        self.assertEqual([], complaints("display_data", FIGURE))
        self.assertEqual([], shown(text_html="<table><td>0.1234</td></table>", text_plain="0.1234"))
        self.assertEqual([], complaints("stream", name="stdout", text="1,234.5 of 7.17.10000 at 5.50e-07"))

    def test_an_empty_output(self):
        self.assert_complaint("nothing to see", shown(text_html="<table><style>td{}</style></table>", text_plain=" "))
        self.assert_complaint("nothing to see", complaints("stream", name="stdout", text="\n"))

    def test_an_error(self):
        self.assert_complaint("an error: LabException: no", complaints("error", ename="LabException", evalue="no"))

    def test_provenance_is_exact(self):
        output = new_output("stream", name="stdout", text="rate 1.0E-8")
        cells = [new_code_cell(source, outputs=[output]) for source in ("Show.provenance(p);", "Show.text(p);")]
        self.assertEqual(["cell 2: a raw number, 1.0E-8; expected at most 4 decimals"], list(outputs.complaints_on_outputs(cells)))

    def test_raw_numbers(self):
        self.assert_complaint("0.30000000000000004", shown(text_html="<td>1</td><td>0.30000000000000004</td>", text_plain="0.3"))
        self.assert_complaint("0.12345", complaints("stream", name="stdout", text="loss 0.12345"))
        self.assert_complaint("1.2345E-5", shown(text_plain="1.2345E-5"))

    def test_neighbouring_cells_are_two_numbers(self):
        self.assertEqual([], shown(text_html="<td>0.123</td><td>456</td>"))

    def test_a_chart_without_its_fall_back_or_caption(self):
        self.assert_complaint("alone", complaints("display_data", {"image/png": PICTURE, "text/plain": "[figure]"}))
        self.assert_complaint("alone", complaints("display_data", {kind: FIGURE[kind] for kind in ("image/svg+xml", "text/plain")}))
        self.assert_complaint("caption", complaints("display_data", FIGURE | {"text/plain": "CategoryChart@1f"}))

    def test_a_chart_that_is_a_document_of_its_own(self):
        self.assert_complaint("XML declaration", complaints("display_data", FIGURE | {"image/svg+xml": "<?xml version='1.0'?>" + PICTURE}))

    def test_the_cell_is_named(self):
        cells = [new_code_cell("f();"), new_code_cell("g();", outputs=[new_output("stream", name="stdout", text=" ")])]
        self.assertEqual(["cell 2: an output with nothing to see"], list(outputs.complaints_on_outputs(cells)))


if __name__ == "__main__":
    unittest.main()
