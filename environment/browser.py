"""The Java kernel in a real page: JupyterLab in a headless Chromium. environment/lab test --kernels

A notebook is opened, run and interrupted, a slider is moved by a key, and the next cell sees its value; before that, the page's line to
the kernel is opened by the dozen under four busy processes. Where there is no Chromium or no JupyterLab, it says so and does nothing.
"""

import asyncio
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from torture import busy

PATIENCE = 90
OPENINGS = int(os.environ.get("LEMMA_OPENINGS", "50"))
CELLS = [
    'System.out.println("answer " + 6 * 7);',
    'import org.lemmalab.notebook.*;\nvar count = Controls.slider("count", 1, 10, 5);\ncount.show();',
    'System.out.println("count is " + count.value());',
    "while (true) { }",
    'System.out.println("after all");',
    """var town = Controls.dropDown("town", List.of("Bern", "Rome"), "Bern");
var word = Controls.text("word", "one");
var bar = Controls.progress("bar", 4);
var place = Controls.output();
var go = Controls.button("go", () -> { bar.set(2); place.run(() -> System.out.println(town.value() + " " + word.value())); });
town.show(); word.show(); bar.show(); go.show(); place.show();""",
]


def chromium():
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Page:
    """A page of the browser, by Chromium's own protocol."""

    def __init__(self, socket):
        self.socket, self.number = socket, 0

    async def ask(self, method, **parameters):
        self.number += 1
        await self.socket.write_message(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(await asyncio.wait_for(self.socket.read_message(), PATIENCE))
            if answer.get("id") == self.number:
                assert "error" not in answer, answer
                return answer["result"]

    async def value(self, script):
        answer = await self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        return answer["result"].get("value")

    async def until(self, script, what):
        end = time.time() + PATIENCE
        while not await self.value(script):
            assert time.time() < end, f"{what}: not in {PATIENCE} s; the page says: {str(await self.value('document.body.innerText'))[-600:]}"
            await asyncio.sleep(0.2)

    async def command(self, name):
        """One of JupyterLab's commands; not waited for, since a cell's run may be long."""
        await self.value(f"void window.jupyterapp.commands.execute('{name}')")

    async def shows(self, text):
        """Whether some output holds a text."""
        await self.until(f"[...document.querySelectorAll('.jp-OutputArea-output')].some(o => o.innerText.includes({json.dumps(text)}))", text)

    async def run(self, cell):
        """Runs a cell by its index."""
        await self.value(f"[...window.jupyterapp.shell.widgets('main')][0].content.activeCellIndex = {cell}")
        await self.command("notebook:run-cell")

    async def press(self, key, code):
        for kind in ("rawKeyDown", "keyUp"):
            await self.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)


async def fetched(address, seconds=PATIENCE, **options):
    from tornado.httpclient import AsyncHTTPClient

    end = time.time() + seconds
    while True:
        try:
            return json.loads((await AsyncHTTPClient().fetch(address, request_timeout=PATIENCE, **options)).body or "null")
        except Exception:  # noqa: BLE001: it is still starting
            if time.time() > end:
                raise
            await asyncio.sleep(0.3)


async def check_openings(server, token):
    """Opens the line to a kernel anew, as a page does on each reload, while the machine is busy."""
    from tornado.websocket import websocket_connect

    kernel = await fetched(f"{server}/api/kernels?token={token}", method="POST", body=json.dumps({"name": "java"}))
    address, answered, slowest = f"{server.replace('http', 'ws')}/api/kernels/{kernel['id']}/channels?token={token}", 0, 0.0
    with busy(4):
        for number in range(OPENINGS):
            start = time.time()
            socket = await asyncio.wait_for(websocket_connect(address), PATIENCE)
            header = {"msg_id": f"m{number}", "username": "page", "session": f"s{number}", "msg_type": "kernel_info_request", "version": "5.3", "date": ""}
            await socket.write_message(json.dumps({"channel": "shell", "header": header, "parent_header": {}, "metadata": {}, "content": {}}))
            while True:
                message = json.loads(await asyncio.wait_for(socket.read_message(), PATIENCE))
                if message["msg_type"] == "kernel_info_reply" and message["parent_header"]["msg_id"] == f"m{number}":
                    break
            socket.close()
            answered, slowest = answered + 1, max(slowest, time.time() - start)
    print(f"passed  openings: {answered} of {OPENINGS} answered under four busy processes, {slowest:.1f} s at most", flush=True)
    return answered == OPENINGS


async def check_notebook(page):
    start = time.time()
    await page.until("!!window.jupyterapp && !!document.querySelector('.jp-Notebook .jp-CodeCell')", "the notebook opens")
    await page.until("[...window.jupyterapp.shell.widgets('main')][0]?.sessionContext?.session?.kernel?.status == 'idle'", "the kernel is ready")
    await page.run(0)
    await page.shows("answer 42")
    first = time.time() - start
    await page.run(1)
    handle = ".jp-OutputArea .widget-slider .noUi-handle, .jp-OutputArea .widget-hslider .noUi-handle"
    await page.until(f"!!document.querySelector('{handle}')", "the slider appears")
    await page.value(f"document.querySelector('{handle}').focus()")
    await page.press("ArrowRight", 39)
    await page.until("document.querySelector('.widget-readout').innerText == '6'", "the slider moves")
    await page.run(2)
    await page.shows("count is 6")
    await page.run(3)
    await asyncio.sleep(2)
    pressed = time.time()
    await page.command("notebook:interrupt-kernel")
    await page.shows("the cell was interrupted")
    ended = time.time() - pressed
    await page.run(4)
    await page.shows("after all")
    await check_other_controls(page)
    print(f"passed  page: first output {first:.1f} s after the page, slider moved, other controls used, interrupt seen after {ended:.1f} s", flush=True)
    return True


async def check_other_controls(page):
    """Chooses, types and clicks; the button's action fills half of the bar, and writes what was chosen and typed."""
    await page.run(5)
    chosen, typed, clicked = ".widget-dropdown select", ".widget-text input", ".widget-button"
    for control in (chosen, typed, clicked):
        await page.until(f"!!document.querySelector('{control}')", f"{control} appears")
    await page.value(f"{{ const it = document.querySelector('{chosen}'); it.selectedIndex = 1; it.dispatchEvent(new Event('change', {{bubbles: true}})); }}")
    await page.value(f"{{ const it = document.querySelector('{typed}'); it.value = 'two'; it.dispatchEvent(new Event('change', {{bubbles: true}})); }}")
    await page.value(f"document.querySelector('{clicked}').click()")
    await page.shows("Rome two")
    await page.until("document.querySelector('.widget-hprogress .progress-bar')?.style.width == '50%'", "the bar is half full")


@contextlib.contextmanager
def process(command, folder, name, **options):
    """A process with its log, ended at the end."""
    with open(pathlib.Path(folder, f"{name}.log"), "wb") as log:
        running = subprocess.Popen(command, stdout=log, stderr=log, **options)
        try:
            yield running
        finally:
            running.terminate()
            running.wait()


async def debugging_port(folder):
    """The port that Chromium has chosen for its protocol."""
    written, end = pathlib.Path(folder, "profile", "DevToolsActivePort"), time.time() + PATIENCE
    while not written.exists() or not written.read_text().strip():
        assert time.time() < end, "Chromium does not start; its log: " + pathlib.Path(folder, "chromium.log").read_text()[-600:]
        await asyncio.sleep(0.2)
    return written.read_text().split()[0]


async def check(folder):
    from tornado.websocket import websocket_connect

    token, port = "lemma", os.environ.get("LEMMA_PORT", "8971")
    server = f"http://127.0.0.1:{port}"
    nbformat.write(new_notebook(cells=[new_code_cell(each) for each in CELLS], metadata={"kernelspec": {"name": "java", "display_name": "Java"}}), pathlib.Path(folder, "page.ipynb"))
    jupyter = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}", f"--IdentityProvider.token={token}",
               "--expose-app-in-browser", "--ServerApp.port_retries=0"]  # fmt: skip
    browser = [chromium(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-port=0",
               f"--user-data-dir={folder}/profile", "--window-size=1200,1600", "about:blank"]  # fmt: skip
    environment = os.environ | {"JUPYTER_CONFIG_DIR": f"{folder}/config", "JUPYTER_DATA_DIR": f"{folder}/data"}
    with process(jupyter, folder, "jupyter", cwd=folder, env=environment), process(browser, folder, "chromium"):
        await fetched(f"{server}/api/status?token={token}")
        passed = await check_openings(server, token)
        tools = f"http://127.0.0.1:{await debugging_port(folder)}"
        target = next(each for each in await fetched(f"{tools}/json/list") if each["type"] == "page")
        page = Page(await websocket_connect(target["webSocketDebuggerUrl"], max_message_size=1 << 28))
        await page.ask("Page.enable")
        await page.ask("Page.navigate", url=f"{server}/lab/tree/page.ipynb?reset&token={token}")
        passed &= await check_notebook(page)
    return passed


def missing():
    """What this check needs and does not find; empty where all is there."""
    if not chromium():
        return "no Chromium ('apt-get install chromium' brings one on Debian)"
    try:
        import jupyterlab  # noqa: F401
        import jupyterlab_widgets  # noqa: F401
    except ImportError as error:
        return f"no {error.name} in {sys.executable}"
    return ""


def main():
    if missing():
        print(f"skipped the page in a browser: {missing()}", flush=True)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        try:
            return 0 if asyncio.run(check(folder)) else 1
        except Exception as error:  # noqa: BLE001
            print(f"FAILED  page: {type(error).__name__}: {error}", flush=True)
            return 1


if __name__ == "__main__":
    sys.exit(main())
