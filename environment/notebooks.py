"""Runs the notebooks headless in the Java kernel and looks at what they show.

    notebooks.py check                 every notebook under notebooks/, into a temporary folder, under the small budget:
                                       once on the project's samples, once more on real data where LEMMA_DATA names it
    notebooks.py execute [NOTEBOOK…]   run and keep the outputs in place

A notebook fails on a cell error, on a cell that calls Show and shows nothing, on a committed output that does not come again, on
execution counts that are not 1, 2, 3 …, on a code cell of more than 15 lines, and on what outputs.py finds in its recorded outputs
and in those of the run.
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
CELL_TIMEOUT_SECONDS = 600
START_TIMEOUT_SECONDS = 60
START_ATTEMPTS = 3
KERNEL_LOG = ROOT / "target" / "kernel.log"


def kinds(cell):
    return {kind for output in cell.outputs for kind in output.get("data", {"text": 0})}


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
        if "Show." in cell.source and not any(map(shows_something, cell.outputs)):
            yield f"cell {number}: no recorded output; run 'environment/lab execute' to record it"
    yield from complaints_on_outputs(cells)


def complaints_on_run(recorded, executed):
    for number, (before, after) in enumerate(zip(code_cells(recorded), code_cells(executed)), 1):
        if "Show." in after.source and not any(map(shows_something, after.outputs)):
            yield f"cell {number}: should show something and shows nothing: {after.source.splitlines()[-1]}"
        lost = kinds(before) - kinds(after)
        if lost:
            yield f"cell {number}: the recorded output has {', '.join(sorted(lost))}, this run has not"
    yield from complaints_on_outputs(code_cells(executed))


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
        print(f"FAILED  {path.relative_to(ROOT)} ({label})\n{error}", flush=True)
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
    for path in paths:
        recorded = nbformat.read(path, as_version=4)
        complaints = list(complaints_on_source(recorded))
        for environment, label in modes:
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
