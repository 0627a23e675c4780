"""Holds the Java kernel to Jupyter's protocol and to bad days: environment/lab test --kernels.

    torture.py short                at most three minutes, with the JDK of the installed kernel
    torture.py long [JAVA …]        starts and restarts by the dozen under four busy processes; all of it with each JDK

Each check is a function; it fails by an assertion, which is told with what was seen. LEMMA_ONLY names the checks to run alone.
"""

import contextlib
import json
import os
import pathlib
import queue
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback

import dateutil.parser
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

PATIENCE = 120
CONTENTS = {
    "status": {"execution_state"},
    "stream": {"name", "text"},
    "display_data": {"data", "metadata"},
    "update_display_data": {"data", "metadata", "transient"},
    "execute_input": {"code", "execution_count"},
    "execute_result": {"data", "metadata", "execution_count"},
    "error": {"ename", "evalue", "traceback"},
    "execute_reply": {"status", "execution_count"},
    "inspect_reply": {"status", "found", "data", "metadata"},
    "complete_reply": {"status", "matches", "cursor_start", "cursor_end", "metadata"},
    "history_reply": {"status", "history"},
    "is_complete_reply": {"status"},
    "kernel_info_reply": {"status", "protocol_version", "implementation", "implementation_version", "language_info", "banner"},
    "comm_info_reply": {"status", "comms"},
    "interrupt_reply": {"status"},
    "shutdown_reply": {"status", "restart"},
    "input_request": {"prompt", "password"},
    "comm_open": {"comm_id", "target_name", "data"},
    "comm_msg": {"comm_id", "data"},
}


def assert_message(message):
    """A message as the protocol wants it."""
    header, kind = message["header"], message["header"]["msg_type"]
    assert {"msg_id", "username", "session", "date", "msg_type", "version"} <= header.keys(), header
    date = header["date"] if not isinstance(header["date"], str) else dateutil.parser.isoparse(header["date"])
    assert date.tzinfo is not None and abs(date.timestamp() - time.time()) < 600, f"{kind} of {date}"
    assert kind in CONTENTS, f"unknown message {kind}"
    missing = CONTENTS[kind] - message["content"].keys()
    assert not missing, f"{kind} without {missing}"
    if "data" in message["content"] and kind in ("display_data", "execute_result"):
        assert "text/plain" in message["content"]["data"], f"{kind} without text/plain"


class Cell:
    """What came of a cell."""

    def __init__(self, reply, outputs, seconds):
        self.reply, self.outputs, self.seconds = reply["content"], outputs, seconds
        self.status = self.reply["status"]

    def text(self, name="stdout"):
        return "".join(each["content"]["text"] for each in self.outputs if each["msg_type"] == "stream" and each["content"]["name"] == name)

    def kinds(self):
        return [each["msg_type"] for each in self.outputs]

    def result(self, kind="text/plain"):
        found = [each["content"]["data"] for each in self.outputs if each["msg_type"] == "execute_result"]
        return found[-1].get(kind) if found else None

    def error(self):
        return "\n".join([self.reply.get("ename", ""), self.reply.get("evalue", ""), *self.reply.get("traceback", [])])


class Kernel:
    """A kernel with one client, which checks each message."""

    def __init__(self, specs, name="java"):
        self.manager = KernelManager(kernel_name=name, kernel_spec_manager=KernelSpecManager(kernel_dirs=[str(specs)]))
        self.log = tempfile.TemporaryFile()
        self.manager.start_kernel(stdout=self.log, stderr=self.log)
        self.connect()

    def connect(self):
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def run(self, code, answer=None, can_answer=False, timeout=PATIENCE, **options):
        outputs, start = [], time.time()
        asked = self.client.execute(code, allow_stdin=can_answer or answer is not None, **options)
        states = []
        while "idle" not in states:
            if answer is not None:
                with contextlib.suppress(queue.Empty):
                    assert_message(self.client.get_stdin_msg(timeout=0.05))
                    self.client.input(answer)
            try:
                message = self.client.get_iopub_msg(timeout=0.1 if answer is not None else timeout)
            except queue.Empty:
                assert time.time() - start < timeout, f"no end of: {code}"
                continue
            assert_message(message)
            if message["parent_header"].get("msg_id") == asked:
                outputs.append(message)
                states += [message["content"]["execution_state"]] if message["msg_type"] == "status" else []
        assert states[0] == "busy", states
        return Cell(self.reply(asked), [each for each in outputs if each["msg_type"] != "status"], time.time() - start)

    def reply(self, asked):
        while True:
            message = self.client.get_shell_msg(timeout=PATIENCE)
            assert_message(message)
            if message["parent_header"]["msg_id"] == asked:
                return message

    def ask(self, kind, *arguments, **options):
        return self.reply(getattr(self.client, kind)(*arguments, **options))["content"]

    def fine(self, code, **options):
        cell = self.run(code, **options)
        assert cell.status == "ok", cell.error()
        return cell

    def interrupted(self, code, after=1.0, most=2.5, **options):
        """Interrupts a cell; returns it and the seconds that its end took."""
        pressed = []

        def press():
            time.sleep(after)
            pressed.append(time.time())
            self.manager.interrupt_kernel()

        thread = threading.Thread(target=press)
        thread.start()
        cell = self.run(code, **options)
        ended = time.time()
        thread.join()
        assert cell.status == "error" and cell.reply["ename"] == "Interrupted", f"{code}: {cell.reply}"
        assert ended - pressed[0] < most, f"{ended - pressed[0]:.1f} s to end: {code}"
        assert self.fine("40 + 2").result() == "42"
        return cell, ended - pressed[0]


@contextlib.contextmanager
def busy(processes):
    """Other work on the machine."""
    running = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(processes)]
    try:
        yield
    finally:
        for each in running:
            each.kill()
            each.wait()


# ---- the protocol --------------------------------------------------------------------------------------------------------


def check_messages(kernel):
    info = kernel.ask("kernel_info")
    assert info["language_info"]["name"] == "java" and info["language_info"]["file_extension"] == ".java", info
    cell = kernel.fine("System.out.println(\"hello\"); System.err.println(\"oops\"); 6 * 7")
    assert cell.kinds() == ["execute_input", "stream", "stream", "execute_result"], cell.kinds()
    assert (cell.text(), cell.text("stderr"), cell.result()) == ("hello\n", "oops\n", "42")
    count = cell.reply["execution_count"]
    assert kernel.fine("int quiet = 1;", silent=True).kinds() == []
    assert kernel.fine("quiet", store_history=False).reply["execution_count"] == count + 1
    cell = kernel.fine("", user_expressions={"good": "1 + 1", "bad": "nothing"})
    assert cell.reply["user_expressions"]["good"]["data"]["text/plain"] == "2", cell.reply
    assert cell.reply["user_expressions"]["bad"]["status"] == "error", cell.reply
    assert kernel.ask("history", hist_access_type="tail", n=1)["history"][-1][2] == ""
    assert kernel.ask("history", hist_access_type="search", pattern="*6 ? 7*", n=3)["history"][0][2].endswith("6 * 7")
    assert kernel.ask("comm_info") == {"status": "ok", "comms": {}}
    for code, status in {"int x = 1;": "complete", "1 + 1": "complete", "if (true) {": "incomplete", "\"open": "invalid", "": "complete"}.items():
        assert kernel.ask("is_complete", code)["status"] == status, code


def check_errors(kernel):
    cell = kernel.run("int one = 1;\nint two = missing + one;")
    assert cell.reply["ename"] == "CompileError" and "line 2, column 11" in cell.reply["evalue"], cell.error()
    assert "          ^^^^^^^" in cell.error(), cell.error()
    cell = kernel.run("int half(int n) {\n    return n / 0;\n}\n\n// a comment\nhalf(3)")
    assert (cell.reply["ename"], cell.reply["evalue"]) == ("ArithmeticException", "/ by zero"), cell.error()
    assert "line 2: return n / 0;" in cell.error() and "line 6: half(3)" in cell.error(), cell.error()
    assert "lemmalab.kernel" not in cell.error() and "REPL" not in cell.error() and "jdk.jshell" not in cell.error(), cell.error()
    cell = kernel.run("throw new IllegalStateException(\"outer\", new RuntimeException(\"inner\"));")
    assert "Caused by" in cell.error() and "inner" in cell.error(), cell.error()
    assert kernel.run("class Open {").reply["ename"] == "CompileError"
    assert "cannot be used until" in kernel.fine("int later() { return muchLater(); }").text("stderr")


def check_stop_on_error(kernel):
    asked = [kernel.client.execute("Thread.sleep(300); throw new RuntimeException();"), kernel.client.execute("1"), kernel.client.execute("2")]
    assert [kernel.reply(each)["content"]["status"] for each in asked] == ["error", "aborted", "aborted"]
    asked = [kernel.client.execute("Thread.sleep(300); throw new RuntimeException();", stop_on_error=False), kernel.client.execute("1")]
    assert [kernel.reply(each)["content"]["status"] for each in asked] == ["error", "ok"]


# ---- values --------------------------------------------------------------------------------------------------------------


def check_redefinition(kernel):
    kernel.fine("var base = 5; var sum = base + 1; var list = new ArrayList<>(List.of(base));")
    kernel.fine("int twice(int n) { return 2 * n; }")
    kernel.fine("var base = 7;")
    assert kernel.fine("sum + \" \" + list").result() == "6 [5]"
    kernel.fine("var base = \"text\";")
    assert kernel.fine("sum + \" \" + list + base").result() == "6 [5]text"
    kernel.fine("int twice(int n) { return n + n + 1; }")
    assert kernel.fine("twice(sum)").result() == "13"
    kernel.fine("record Pair(int a, int b) {}\nvar pair = new Pair(1, 2);")
    kernel.fine("record Pair(int a, int b) {}")
    assert kernel.fine("pair.a() + pair.b()").result() == "3"
    told = kernel.fine("record Pair(int a, int b, int c) {}").text("stderr")
    assert "pair" in told and "Pair" in told, f"nothing said of the lost variable: {told}"
    kernel.fine("class Box { int v = 1; int get() { return v; } }\nvar box = new Box(); box.v = 9;")
    kernel.fine("class Box { int v = 1; int get() { return 10 * v; } }")
    assert kernel.fine("box.get()").result() == "90"
    kernel.fine("int changing = 1;\nchanging + \"!\"")
    kernel.fine("long changing = 2;")
    assert kernel.fine("changing").result() == "2"
    kernel.fine("double number = 2.5; Object any = number; final int[] array = {1, 2};")
    kernel.fine("double number = 3.5;")
    assert kernel.fine("any + \" \" + array.length").result() == "2.5 2"


def check_late_imports(kernel):
    kernel.fine("var early = new ArrayList<String>(List.of(\"a\")); int number = 3; record R(int n) {}\nvar r = new R(4);")
    layouts = [
        "import java.time.Duration;",
        "import java.time.*;\nimport java.util.zip.*;",
        "import java.text.NumberFormat; import java.text.DecimalFormat;",
        "// first\nimport java.util.concurrent.atomic.AtomicInteger; // behind\n\n\nimport java.util.Locale;",
        "import static java.lang.Math.max;\nimport static java.lang.Math.*;",
        "import\n    java.nio.charset.StandardCharsets;",
        "import java.util.function.IntFunction;\nint viaImport = max(1, 2);",
        "int before = 1;\nimport java.util.BitSet;\nvar bits = new BitSet();",
    ]
    for layout in layouts:
        kernel.fine(layout)
        seen = kernel.fine("early + \" \" + number + \" \" + r.n()").result()
        assert seen == "[a] 3 4", f"after {layout!r}: {seen}"
        kernel.fine(layout)
    assert kernel.fine("new AtomicInteger(max(2, viaImport)) + \" \" + bits").result() == "2 {}"


def check_values_shown(kernel):
    kernel.fine("import org.lemmalab.notebook.*;\nimport org.knowm.xchart.*;\nimport tech.tablesaw.api.*;")
    table = kernel.fine("Table.create(\"<i>t\", StringColumn.create(\"a\", \"<b>\"))")
    assert "&lt;b&gt;" in table.result("text/html") and "<b>" in table.result() and "<i>" not in table.result("text/html")
    chart = kernel.fine("var chart = new XYChartBuilder().build(); chart.addSeries(\"a\", new double[] {1, 2}, new double[] {2, 3});\nchart")
    assert chart.result("image/svg+xml").startswith("<!DOCTYPE svg") and chart.result("image/png")
    assert "<div" in kernel.fine("new LabBench().error(\"calculation\").triplet()").result("text/html")
    assert "&lt;x&gt;" in kernel.fine("record Row(int n, String s) {}\nnew Row(1, \"<x>\")").result("text/html")
    assert "first 20" in kernel.fine("Stream.iterate(1, n -> n + 1)").result()
    assert kernel.fine("new int[] {1, 2}").result() == "[1, 2]" and kernel.fine("(Object) null").result() == "null"
    assert kernel.fine("chart.getTitle();").result() is None


def check_class_path(kernel):
    folder = tempfile.mkdtemp()
    source = pathlib.Path(folder, "Extra.java")
    source.write_text("package extra; public class Extra { public static String hello() { return \"from a jar\"; } }")
    java = pathlib.Path(kernel.manager.kernel_spec.argv[0])
    subprocess.run([java.with_name("javac"), "--release", "17", "-d", folder, source], check=True)
    subprocess.run([java.with_name("jar"), "--create", "--file", f"{folder}/extra.jar", "-C", folder, "extra"], check=True)
    assert kernel.fine(f"int kept = 4;\n%classpath {folder}/*\nextra.Extra.hello() + kept").result() == "from a jar4"
    assert "expected %maven" in kernel.run("%nothing").error()
    assert "expected GROUP:ARTIFACT:VERSION" in kernel.run("%maven nothing").error()
    for missing in ("%classpath /nowhere/*", "%classpath /nowhere/extra.jar"):
        assert "there is no file /nowhere" in kernel.run(missing).error(), missing
    shutil.rmtree(folder)


@contextlib.contextmanager
def without_network(specs, temporary, repository=""):
    """A kernel without the toolkit, whose Maven reaches no network."""
    maven = f"-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=1 -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=1 {repository}"
    spec = json.loads(pathlib.Path(specs, "java", "kernel.json").read_text())
    spec["env"] |= {"LEMMA_CLASSPATH": "", "MAVEN_OPTS": maven, "JAVA_TOOL_OPTIONS": f"-Djava.io.tmpdir={temporary}"}
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "alone").mkdir()
        pathlib.Path(folder, "alone", "kernel.json").write_text(json.dumps(spec))
        kernel = Kernel(folder, "alone")
        try:
            yield kernel
        finally:
            kernel.close()


def toolkit_class_path():
    return json.loads(pathlib.Path(os.environ["LEMMA_KERNEL_SPEC"]).read_text())["env"]["LEMMA_CLASSPATH"]


def check_maven_offline(specs):
    """What is in the local repository is loaded; of the rest a cell says where Maven looked; nothing stays behind."""
    version = re.search(r"/org/knowm/xchart/xchart/([^/]+)/", toolkit_class_path())[1]
    with tempfile.TemporaryDirectory() as temporary, without_network(specs, temporary) as kernel:
        assert kernel.run("new org.knowm.xchart.XYChartBuilder();").status == "error", "the chart library is there without %maven"
        kernel.fine(f"%maven org.knowm.xchart:xchart:{version}\nnew org.knowm.xchart.XYChartBuilder().build();")
        error = kernel.run("%maven no.such:thing:1").error()
        for part in ("could not load no.such:thing:1", "local repository", "from/to", "Without a network"):
            assert part in error, error
        kernel.interrupted("%maven no.such:other:1", after=0.5)
        left = list(pathlib.Path(temporary).glob("lemma-maven*"))
        assert not left, f"left behind: {left}"


def check_toolkit_by_coordinate(specs):
    """The toolkit from a local repository, as `mvn install` puts it there, in a notebook that knows no checkout."""
    root = pathlib.Path(toolkit_class_path().split(os.pathsep)[0]).parent.parent
    known = pathlib.Path(re.search(r"[^:]*(?=/org/knowm/xchart/)", toolkit_class_path())[0])
    with tempfile.TemporaryDirectory() as folder:
        option = f"-Dmaven.repo.local={folder}/repository"
        shutil.copytree(known, f"{folder}/repository", copy_function=os.symlink)
        # A copy of the project: the checkout keeps what it has built.
        shutil.copytree(root, f"{folder}/project", ignore=lambda at, names: set(names) - {"pom.xml", "src", "datasets"} if at == str(root) else ())
        install = ["mvn", "-q", "-B", "-DskipTests", "-Dspotless.check.skip", option, "install"]
        subprocess.run(install, cwd=f"{folder}/project", check=True, stdout=subprocess.DEVNULL)
        with without_network(specs, folder, option) as kernel:
            kernel.fine("%maven org.lemmalab:lemma-lab:0.1.0\nimport org.lemmalab.notebook.*;")
            cell = kernel.fine("new LabBench().error(\"calculation\").run();")
            shown = "".join(each["content"]["data"].get("text/html", "") for each in cell.outputs if each["msg_type"] == "display_data")
            assert "Calculation" in shown, cell.outputs


# ---- help while writing --------------------------------------------------------------------------------------------------


def completions(kernel, code, cursor=None):
    return kernel.ask("complete", code, len(code) if cursor is None else cursor)


def check_completion(kernel):
    kernel.fine("import org.lemmalab.notebook.Show;\nString word = \"abc\"; int wordCount = 3;")
    assert "substring(" in completions(kernel, "word.sub")["matches"]
    matches = completions(kernel, "word.")["matches"]
    assert matches.index("length()") < matches.index("wait("), "what every object has should come last"
    assert completions(kernel, "int n = wo")["matches"][0] == "wordCount", "what fits the type should come first"
    answer = completions(kernel, "var s = \"😀\"; word.len")
    assert (answer["cursor_start"], answer["cursor_end"]) == (18, 21) and answer["matches"] == ["length()"], answer
    assert "add(" in completions(kernel, "var numbers = new ArrayList<Integer>();\nnumbers.ad")["matches"]
    described = completions(kernel, "Show.tab")["metadata"]["_jupyter_types_experimental"]
    assert "Table table" in described[0]["signature"], described
    asked = kernel.client.execute("Thread.sleep(2500);")
    time.sleep(0.3)
    start = time.time()
    assert "substring(" in completions(kernel, "word.sub")["matches"]
    answered = time.time() - start
    kernel.reply(asked)
    assert time.time() - start > answered + 0.1, "the completion waited for the cell"


def check_inspection(kernel):
    kernel.fine("import org.lemmalab.notebook.*;\nString word = \"abc\"; int tally(int a, String b) { return a; }")

    def inspected(code, cursor):
        answer = kernel.ask("inspect", code, cursor)
        return answer["data"].get("text/plain", "") if answer["found"] else ""

    for code, cursor, expected in (
        ("Show.table(t)", 7, "Table table)"),
        ("Show.table(t)", 11, "numbers aligned"),
        ("LabBench bench;", 4, "bench to try one error"),
        ("new LabBench()", 8, "LabBench()"),
        ("tally(1, word)", 3, "int tally(int a, String b)"),
        ("word.substring(1)", 9, "String.substring(int beginIndex)"),
    ):
        assert expected in inspected(code, cursor), f"{code} at {cursor}: {inspected(code, cursor)}"
    assert inspected("nowhere", 3) == ""


# ---- outputs and inputs --------------------------------------------------------------------------------------------------


def check_outputs(kernel):
    cell = kernel.fine("for (int i = 0; i < 20_000; i++) System.out.println(i);")
    assert cell.text() == "".join(f"{i}\n" for i in range(20_000)), f"{len(cell.text().splitlines())} of 20000 lines"
    cell = kernel.fine("System.out.println(\"x\".repeat(2_000_000)); System.out.println(\"end\");")
    assert len(cell.text()) == 1_000_000 and "1,000,005 more" in cell.text("stderr"), cell.text("stderr")
    text = "äß中文😀\u202e" * 3000
    assert kernel.fine(f"System.out.print(\"äß中文😀\\u202e\".repeat(3000)); \"{text[:6]}\"").text() == text
    cell = kernel.fine("for (int i = 0; i < 300; i++) (i % 2 == 0 ? System.out : System.err).print(i + \" \");")
    merged = "".join(each["content"]["text"] for each in cell.outputs if each["msg_type"] == "stream")
    assert merged.split() == [str(i) for i in range(300)], "the two streams are out of order"
    cell = kernel.fine("import org.lemmalab.notebook.Show;\nSystem.out.print(\"1\"); Show.text(\"2\"); System.out.print(\"3\");")
    assert cell.kinds()[1:] == ["stream", "display_data", "stream"], cell.kinds()
    kernel.fine("new Thread(() -> { try { Thread.sleep(700); } catch (InterruptedException e) { } System.out.println(\"late\"); }).start();")
    assert "late" in kernel.fine("Thread.sleep(1200);").text()


def check_input(kernel):
    cell = kernel.fine("var typed = new Scanner(System.in).nextLine();\ntyped.toUpperCase()", answer="grüße")
    assert cell.result() == "GRÜSSE", cell.outputs
    assert "this page gives none" in kernel.run("System.in.read()").text("stderr")


# ---- interrupts ----------------------------------------------------------------------------------------------------------


def check_interrupts(kernel):
    kernel.fine("int turns = 0; long kept = 1;")
    for code in (
        "Thread.sleep(100_000);",
        "while (true) { try { Thread.sleep(10_000); } catch (InterruptedException e) { turns++; } }",
        "while (true) turns++;",
        "new Scanner(System.in).nextLine();",
    ):
        kernel.interrupted(code, can_answer=True)
    cell, _ = kernel.interrupted("new java.net.ServerSocket(0).accept();")
    assert "goes on unseen" in cell.error(), cell.error()
    kernel.interrupted("com.google.common.collect.Iterators.size(com.google.common.collect.Iterators.cycle(1));")
    assert kernel.fine("kept").result() == "1"
    kernel.fine("boolean goesOn = true; var other = new Thread(() -> { while (goesOn) { Thread.onSpinWait(); } });\nother.start();")
    kernel.interrupted("while (true) turns++;")
    assert kernel.fine("other.isAlive()").result() == "true", "an interrupt has ended a thread that an earlier cell started"
    kernel.fine("goesOn = false; other.join(2000);")
    assert kernel.fine("other.isAlive()").result() == "false"


def check_interrupted_native(kernel):
    kernel.fine("import ai.djl.ndarray.*;\nvar manager = NDManager.newBaseManager();")
    kernel.interrupted("var m = manager.ones(new ai.djl.ndarray.types.Shape(600, 600));\nwhile (true) m = m.matMul(m).div(600);", after=4, most=4)


def check_interrupted_training(kernel):
    kernel.fine("import org.lemmalab.experiment.*;\nimport org.lemmalab.notebook.*;\nimport org.lemmalab.reflection.*;")
    kernel.fine("var study = SelfCorrectionStudy.of(Surroundings.student(), SelfCorrectionStudy.Scale.FULL);\nvar triplets = study.triplets(ConnectionStyle.SMOOTH);")
    kernel.interrupted("try (var live = Show.training(\"interrupted\")) { study.fineTune(triplets, live); }", after=10, most=8)


# ---- ends ----------------------------------------------------------------------------------------------------------------


def check_exit(kernel):
    start = time.time()
    cell = kernel.run("System.out.println(\"last words\"); System.exit(0);")
    assert cell.text() == "last words\n" and "ended the kernel" in cell.error(), cell.outputs
    while kernel.manager.is_alive():
        assert time.time() - start < 10, "the process does not end"
        time.sleep(0.05)
    kernel.manager.restart_kernel()
    kernel.client.wait_for_ready(timeout=PATIENCE)
    kernel.fine("1")


def check_kill(kernel):
    os.kill(kernel.manager.provisioner.pid, signal.SIGKILL)
    time.sleep(0.3)
    assert not kernel.manager.is_alive()
    kernel.manager.restart_kernel()
    kernel.client.wait_for_ready(timeout=PATIENCE)
    assert kernel.fine("6 * 7").result() == "42"
    kernel.client.stop_channels()
    kernel.connect()
    assert kernel.fine("6 * 7").result() == "42", "a second client gets no answer"


def check_restarts(kernel, times):
    for _ in range(times):
        kernel.run("int x = 5;")
        kernel.manager.restart_kernel()
        kernel.client.wait_for_ready(timeout=PATIENCE)
        assert kernel.fine("System.out.println(\"here\");").text() == "here\n"
        assert kernel.run("x").status == "error", "a value from before the restart"


def check_starts(specs, times, name="java"):
    seconds = []
    for _ in range(times):
        start = time.time()
        kernel = Kernel(specs, name)
        try:
            assert kernel.fine("System.out.println(\"first\");").text() == "first\n"
            seconds.append(time.time() - start)
        finally:
            kernel.close()
    return f"{times} of {times}, first output after {sorted(seconds)[len(seconds) // 2]:.1f} s (median), {max(seconds):.1f} s at most"


def check_two_kernels(specs):
    kernels = [Kernel(specs), Kernel(specs)]
    try:
        for number, kernel in enumerate(kernels):
            kernel.fine(f"int own = {number};")
        kernels[0].interrupted("while (true) own += 0;")
        assert [kernel.fine("own").result() for kernel in kernels] == ["0", "1"]
    finally:
        for kernel in kernels:
            kernel.close()


def check_quick_shutdown(specs):
    kernel = Kernel(specs)
    kernel.client.execute("while (true) { }")
    time.sleep(0.5)
    start = time.time()
    kernel.client.stop_channels()
    kernel.manager.shutdown_kernel()
    assert time.time() - start < 4, f"{time.time() - start:.1f} s to shut down"


# ---- controls ------------------------------------------------------------------------------------------------------------


def check_controls(kernel):
    cell = kernel.fine(
        "import org.lemmalab.notebook.*;\nvar count = Controls.slider(\"count\", 1, 10, 5).onChange(n -> System.out.println(\"now \" + n));\ncount.show();")
    assert cell.kinds()[1:] == ["comm_open"] * 3 + ["display_data"], cell.kinds()
    shown = cell.outputs[-1]["content"]["data"]
    model = shown["application/vnd.jupyter.widget-view+json"]["model_id"]
    opened = next(each["content"] for each in cell.outputs if each["content"].get("comm_id") == model)
    state = opened["data"]["state"]
    assert (opened["target_name"], state["_model_name"], state["value"]) == ("jupyter.widget", "IntSliderModel", 5), opened
    assert model in kernel.ask("comm_info", target_name="jupyter.widget")["comms"]
    message = kernel.client.session.msg("comm_msg", {"comm_id": model, "data": {"method": "update", "state": {"value": 8}, "buffer_paths": []}})
    kernel.client.shell_channel.send(message)
    heard = ""
    while "now 8" not in heard:
        said = kernel.client.get_iopub_msg(timeout=PATIENCE)
        assert_message(said)
        is_ours = said["parent_header"]["msg_id"] == message["header"]["msg_id"]
        assert not (is_ours and said["content"].get("execution_state") == "idle"), "idle before the callback has run: a page no longer takes its outputs"
        heard += said["content"].get("text", "") if is_ours else ""
    assert kernel.fine("count.value()").result() == "8"
    moved = kernel.fine("count.set(3);")
    assert [each["content"]["data"]["state"] for each in moved.outputs if each["msg_type"] == "comm_msg"] == [{"value": 3}]
    bar = kernel.fine("Controls.progress(\"bar\", 4).show();")
    assert "ProgressView" in [each["content"]["data"]["state"].get("_view_name") for each in bar.outputs if each["msg_type"] == "comm_open"]
    kernel.fine("Controls.button(\"go\", () -> {}).show(); Controls.dropDown(\"one\", List.of(\"a\", \"b\"), \"b\").show(); Controls.output().show();")


ON_ONE_KERNEL = [
    check_messages, check_errors, check_stop_on_error, check_redefinition, check_late_imports, check_values_shown, check_class_path,
    check_completion, check_inspection, check_outputs, check_input, check_controls, check_interrupts, check_exit, check_kill,
]  # fmt: skip
LONG_ON_ONE_KERNEL = [check_interrupted_native, check_interrupted_training]


def told(name, check):
    """Runs a check; returns a list of whether it passed, empty where it was not asked for."""
    if name not in os.environ.get("LEMMA_ONLY", name).split():
        return []
    start = time.time()
    try:
        said = check()
    except Exception as error:  # noqa: BLE001
        places = [each.lineno for each in traceback.extract_tb(error.__traceback__) if each.filename == __file__]
        print(f"FAILED  {name} (lines {places}): {type(error).__name__}: {error}", flush=True)
        return [False]
    print(f"passed  {name} in {time.time() - start:.1f} s{': ' + said if said else ''}", flush=True)
    return [True]


def specs_for(java, folder):
    """The installed kernel's specification with another JDK; the archive of classes belongs to the first one."""
    installed = pathlib.Path(os.environ["LEMMA_KERNEL_SPEC"])
    spec = json.loads(installed.read_text())
    if java and pathlib.Path(java).resolve() != pathlib.Path(spec["argv"][0]).resolve():
        spec["argv"] = [java, *(each for each in spec["argv"][1:] if "SharedArchiveFile" not in each)]
    target = pathlib.Path(folder, "java")
    target.mkdir(parents=True)
    (target / "kernel.json").write_text(json.dumps(spec))
    return folder


def all_checks(java, is_long):
    with tempfile.TemporaryDirectory() as folder:
        specs, passed = specs_for(java, folder), []
        with busy(4 if is_long else 0):
            passed.extend(told("starts", lambda: check_starts(specs, 50 if is_long else 2)))
            kernel = Kernel(specs)
            passed.extend(told("restarts", lambda: check_restarts(kernel, 10 if is_long else 1)))
            kernel.close()
        kernel = Kernel(specs)
        try:
            for check in ON_ONE_KERNEL + LONG_ON_ONE_KERNEL * is_long:
                passed.extend(told(check.__name__.removeprefix("check_"), lambda: check(kernel)))
        finally:
            kernel.close()
        passed.extend(told("two_kernels", lambda: check_two_kernels(specs)))
        passed.extend(told("maven_offline", lambda: check_maven_offline(specs)))
        if is_long:
            passed.extend(told("toolkit_by_coordinate", lambda: check_toolkit_by_coordinate(specs)))
        passed.extend(told("quick_shutdown", lambda: check_quick_shutdown(specs)))
    return passed


def main(form, javas):
    passed = []
    for java in javas or [None]:
        print(f"kernel  {java or 'of the installed JDK'}", flush=True)
        passed += all_checks(java, form == "long")
    print(f"Kernel: {sum(passed)} checks passed, {len(passed) - sum(passed)} failed", flush=True)
    return 0 if passed and all(passed) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
