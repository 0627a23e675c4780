"""Runs the notebooks headless in the Java kernel and looks at what they show.

    notebooks.py check                 every notebook under notebooks/, into a temporary folder, under the small budget:
                                       once on the project's samples, once more on real data where LEMMA_DATA names it
    notebooks.py execute [NOTEBOOK…]   run and keep the outputs in place

A notebook fails on a cell error, on a cell that calls Show or Check and shows nothing, on a committed output that does not come again, on
execution counts that are not 1, 2, 3 …, on a code cell of more than 15 lines, and on what outputs.py finds in its recorded outputs
and in those of the run. A notebook of the course has one of the same name in course/solutions, which insists on every exercise; these
read no data and run once.
"""

import atexit
import os
import pathlib
import sys
import tempfile
import time

import nbclient
import nbformat

from outputs import complaints_on_outputs, shows_something

ROOT = pathlib.Path(os.environ["LEMMA_ROOT"])
LONGEST_CELL = 15
SHOWING = ("Show.", "Check.")
COURSE = "course"
SOLUTIONS = "solutions"
CELL_TIMEOUT_SECONDS = 600
START_TIMEOUT_SECONDS = 60
START_ATTEMPTS = 3
KERNEL_LOG = ROOT / "target" / "kernel.log"


def kinds(cell):
    return {kind for output in cell.outputs for kind in output.get("data", {"text": 0})}


def must_show(cell):
    """Whether a reader expects something below the cell."""
    return any(call in cell.source for call in SHOWING)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]


def complaints_on_source(notebook):
    cells = code_cells(notebook)
    for number, cell in enumerate(cells, 1):
        lines = len(cell.source.splitlines())
        if lines > LONGEST_CELL:
            yield f"cell {number}: {lines} lines, expected at most {LONGEST_CELL}"
        if cell.execution_count != number:
            yield f"cell {number}: execution count {cell.execution_count}; run 'environment/lab execute' to record it in order"
        if must_show(cell) and not any(map(shows_something, cell.outputs)):
            yield f"cell {number}: no recorded output; run 'environment/lab execute' to record it"
    yield from complaints_on_outputs(cells)


def complaints_on_run(recorded, executed):
    for number, (before, after) in enumerate(zip(code_cells(recorded), code_cells(executed)), 1):
        if must_show(after) and not any(map(shows_something, after.outputs)):
            yield f"cell {number}: should show something and shows nothing: {after.source.splitlines()[-1]}"
        lost = kinds(before) - kinds(after)
        if lost:
            yield f"cell {number}: the recorded output has {', '.join(sorted(lost))}, this run has not"
    yield from complaints_on_outputs(code_cells(executed))


def is_of_course(path):
    folder = path.parent.parent if path.parent.name == SOLUTIONS else path.parent
    return folder.name == COURSE


def exercises(notebook):
    """The exercises that are checked, in order, as the cells name them."""
    lines = (line for cell in code_cells(notebook) for line in cell.source.splitlines() if line.startswith("Check.that("))
    return [line.split(",")[0] for line in lines]


def complaints_on_pairs(paths):
    """What is amiss between the course's notebooks and their solutions: (path, complaint)."""
    course = [path for path in paths if is_of_course(path)]
    given = {path.name: path for path in course if path.parent.name != SOLUTIONS}
    solved = {path.name: path for path in course if path.parent.name == SOLUTIONS}
    for name in sorted(given.keys() ^ solved.keys()):
        yield given.get(name) or solved[name], f"it has no partner of the same name in or beside {COURSE}/{SOLUTIONS}"
    for name in sorted(given.keys() & solved.keys()):
        asked, answered = (nbformat.read(pair[name], as_version=4) for pair in (given, solved))
        if exercises(asked) != exercises(answered):
            yield solved[name], f"it solves {exercises(answered)}, asked are {exercises(asked)}"
        if not any("Check.requireAll(" in cell.source for cell in code_cells(answered)):
            yield solved[name], "it does not call Check.requireAll, so a wrong solution would pass"


def execute(path, environment):
    """Runs one notebook in its own folder with the given environment; returns the executed copy."""
    for attempt in range(1, START_ATTEMPTS + 1):
        notebook, started = nbformat.read(path, as_version=4), []
        client = nbclient.NotebookClient(
            notebook,
            on_cell_start=lambda cell, cell_index: started.append(cell_index),
            timeout=CELL_TIMEOUT_SECONDS,
            startup_timeout=START_TIMEOUT_SECONDS,
            kernel_name="java",
            resources={"metadata": {"path": str(path.parent)}},
        )
        try:
            # Kernels log every message; the log is only of interest where a kernel fails to start.
            with open(KERNEL_LOG, "w", encoding="utf-8") as log:
                client.execute(env=os.environ | environment, stdout=log, stderr=log)
            return notebook
        except (RuntimeError, AssertionError) as error:
            if started:
                raise
            atexit.unregister(client._cleanup_kernel)
            print(f"        the kernel did not start (attempt {attempt} of {START_ATTEMPTS}): {error!r}", flush=True)
    raise RuntimeError(f"the kernel did not start in {START_ATTEMPTS} attempts")


def run(path, environment, label):
    start = time.time()
    try:
        executed = execute(path, environment)
    except nbclient.exceptions.CellExecutionError as error:
        print(f"FAILED  {path.relative_to(ROOT)} ({label})\n{error}\n{error.ename}: {error.evalue}", flush=True)
        return None
    except (RuntimeError, TimeoutError, AssertionError) as error:
        print(f"FAILED  {path.relative_to(ROOT)} ({label}): {error!r}; the kernel's log is {KERNEL_LOG}", flush=True)
        return None
    print(f"ran     {path.relative_to(ROOT)} ({label}) in {time.time() - start:.0f} s", flush=True)
    return executed


def check():
    paths = sorted(p for p in (ROOT / "notebooks").rglob("*.ipynb") if ".ipynb_checkpoints" not in p.parts)
    kept_apart = tempfile.TemporaryDirectory(prefix="lemma-lab-figures-")
    os.environ["LEMMA_FIGURES"] = kept_apart.name
    modes = [({"LEMMA_DATA": "", "LEMMA_BUDGET": "quick"}, "samples")]
    if os.environ.get("LEMMA_DATA"):
        modes.append(({"LEMMA_DATA": os.environ["LEMMA_DATA"], "LEMMA_BUDGET": "quick"}, "real data"))
    passed, failed = 0, 0
    amiss = list(complaints_on_pairs(paths))
    for path in paths:
        recorded = nbformat.read(path, as_version=4)
        complaints = list(complaints_on_source(recorded)) + [said for where, said in amiss if where == path]
        for environment, label in modes[:1] if is_of_course(path) else modes:
            executed = run(path, environment, label)
            complaints += ["it did not run to its end"] if executed is None else complaints_on_run(recorded, executed)
        for complaint in complaints:
            print(f"        {path.relative_to(ROOT)}: {complaint}", flush=True)
        failed += bool(complaints)
        passed += not complaints
    print(f"Notebooks: {passed} passed, {failed} failed", flush=True)
    return 1 if failed or not passed else 0


def execute_in_place(names):
    paths = [pathlib.Path(name).resolve() for name in names] or sorted((ROOT / "notebooks").rglob("*.ipynb"))
    for path in paths:
        executed = run(path, {}, "kept")
        if executed is None:
            return 1
        tidy(executed)
        nbformat.write(executed, path)
    return 0


def tidy(notebook):
    """Leaves out what changes from run to run without meaning: times of cells, ids of displays, log lines on standard error."""
    notebook.metadata = nbformat.from_dict({
        "kernelspec": {"name": "java", "display_name": "Java", "language": "java"},
        "language_info": {"name": "java", "file_extension": ".java", "mimetype": "text/x-java-source"},
    })
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({})
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]


if __name__ == "__main__":
    command, arguments = sys.argv[1], sys.argv[2:]
    sys.exit(check() if command == "check" else execute_in_place(arguments))
