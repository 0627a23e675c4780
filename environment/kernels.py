"""Takes a Java kernel's jars out of a release archive or a folder.

    kernels.py ijava|jjava|rapaio SOURCE TARGET

SOURCE is a release archive, or a folder: an unpacked release, or an installed kernelspec.
"""

import io
import pathlib
import sys
import zipfile

CLASSES = {
    "ijava": "io/github/spencerpark/ijava/",
    "jjava": "org/dflib/jjava/",
    "rapaio": "org/rapaio/jupyter/kernel/",
}


def jars_in(source):
    """All jars of an archive or below a folder: contents by file name."""
    if source.is_dir():
        return {path.name: path.read_bytes() for path in sorted(source.rglob("*.jar")) if path.is_file()}
    try:
        with zipfile.ZipFile(source) as zipped:
            return {pathlib.PurePosixPath(name).name: zipped.read(name) for name in zipped.namelist() if name.endswith(".jar")}
    except zipfile.BadZipFile:
        sys.exit(f"lab: {source}: expected a kernel's release archive (a .zip), found another kind of file")


def holds(content, prefix):
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as jar:
            return any(entry.startswith(prefix) for entry in jar.namelist())
    except zipfile.BadZipFile:
        return False


def kernel_jars(name, source):
    """The jars that make the kernel run: those with its classes, and its launcher where it has one."""
    found = jars_in(source)
    own = {jar for jar, content in found.items() if holds(content, CLASSES[name])}
    if not own:
        others = ", ".join(sorted(found)) or "no .jar at all"
        sys.exit(f"lab: {source}: expected a .jar with the classes of {name} ({CLASSES[name]}), found {others}")
    return {jar: content for jar, content in found.items() if jar in own or "launcher" in jar}


def take(name, source, target):
    """Puts the kernel's jars into a folder, in place of those that are there."""
    jars = kernel_jars(name, source)
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("*.jar"):
        old.unlink()
    for jar, content in jars.items():
        (target / jar).write_bytes(content)


if __name__ == "__main__":
    take(sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
