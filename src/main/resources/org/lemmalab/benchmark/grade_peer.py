"""Grades pairs of answers as graders in Python usually do: strings are tidied and compared, then parsed and compared by SymPy.
Answers with one line of JSON: the version of SymPy, the seconds of one pass over all pairs, and which it calls equal.

    python grade_peer.py PAIRS.json

PAIRS.json: a list of pairs, prediction and gold answer.
"""

import json
import re
import sys
import time

import sympy
from sympy.parsing.sympy_parser import (
    convert_xor,
    implicit_multiplication_application,
    parse_expr,
    standard_transformations,
)

RULES = standard_transformations + (implicit_multiplication_application, convert_xor)
DROPPED = ("\\left", "\\right", "\\!", "\\,", "\\;", "\\ ", "\\$", "$", "\\%", "%", "^{\\circ}", "^\\circ", "{,}")


def tidied(answer):
    answer = re.sub(r"\\(?:text|mathrm|mbox|textbf)\s*\{([^{}]*)\}", r"\1", answer)
    answer = answer.replace("\\dfrac", "\\frac").replace("\\tfrac", "\\frac")
    for part in DROPPED:
        answer = answer.replace(part, "")
    answer = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", answer)
    answer = re.sub(r"\\frac(\d)(\d)", r"\\frac{\1}{\2}", answer)
    answer = re.sub(r"\\sqrt(\w)", r"\\sqrt{\1}", answer)
    return re.sub(r"\s+", "", answer).rstrip(".")


def plain(answer):
    """LaTeX as an expression of Python."""
    before = None
    while before != answer:
        before = answer
        answer = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1)/(\2))", answer)
        answer = re.sub(r"\\sqrt\{([^{}]*)\}", r"(sqrt(\1))", answer)
        answer = re.sub(r"\^\{([^{}]*)\}", r"**(\1)", answer)
    answer = answer.replace("\\cdot", "*").replace("\\times", "*").replace("\\pi", "(pi)").replace("\\infty", "oo")
    return answer.replace("\\{", "{").replace("\\}", "}").replace("\\", "")


def same_number(a, b):
    try:
        return abs(float(a) - float(b)) < 1e-6
    except ValueError:
        return False


def same_expression(a, b):
    try:
        left = parse_expr(plain(a), transformations=RULES)
        right = parse_expr(plain(b), transformations=RULES)
        return bool(sympy.simplify(left - right) == 0)
    except Exception:
        return False


def elements(answer):
    inner = answer[1:-1] if answer[:1] in "([" and answer[-1:] in ")]" else answer
    return inner.split(",")


def equal(prediction, gold):
    a, b = tidied(prediction), tidied(gold)
    if a == b or same_number(a, b):
        return True
    left, right = elements(a), elements(b)
    if len(left) > 1 or len(right) > 1:
        return len(left) == len(right) and all(equal(x, y) for x, y in zip(left, right))
    return same_expression(a, b)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        pairs = json.load(file)
    for prediction, gold in pairs[:20]:
        equal(prediction, gold)
    start = time.perf_counter()
    verdicts = [equal(prediction, gold) for prediction, gold in pairs]
    seconds = time.perf_counter() - start
    print(json.dumps({"sympy": sympy.__version__, "seconds": seconds, "equal": verdicts}))


if __name__ == "__main__":
    main()
