"""Tests of where a Java kernel is taken from."""

import io
import pathlib
import tempfile
import unittest
import zipfile

import kernels


def jar(*entries):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as zipped:
        for entry in entries:
            zipped.writestr(entry, b"")
    return content.getvalue()


IJAVA = jar("io/github/spencerpark/ijava/IJava.class")


class Taking(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.target = self.folder / "target"
        self.source = self.folder / "source"
        (self.source / "java").mkdir(parents=True)

    def put(self, name, content):
        (self.source / name).write_bytes(content)

    def taken(self):
        return sorted(path.name for path in self.target.iterdir())

    def refusal(self, name, source):
        with self.assertRaises(SystemExit) as refused:
            kernels.take(name, source, self.target)
        return str(refused.exception)

    def test_from_a_folder_comes_the_kernels_own_jar_alone(self):
        self.put("java/ijava-1.3.0.jar", IJAVA)
        self.put("java/other.jar", jar("some/Other.class"))
        self.target.mkdir()
        (self.target / "ijava-1.2.0.jar").write_bytes(IJAVA)
        kernels.take("ijava", self.source, self.target)
        self.assertEqual(["ijava-1.3.0.jar"], self.taken())

    def test_from_an_archive_comes_the_same(self):
        archive = self.folder / "release.zip"
        with zipfile.ZipFile(archive, "w") as zipped:
            zipped.writestr("jjava.jar", jar("org/dflib/jjava/JJava.class"))
            zipped.writestr("jjava-launcher.jar", jar("launch/Main.class"))
            zipped.writestr("kernel.json", "{}")
        kernels.take("jjava", archive, self.target)
        self.assertEqual(["jjava-launcher.jar", "jjava.jar"], self.taken())

    def test_a_kernel_may_be_taken_from_where_it_is(self):
        self.put("ijava.jar", IJAVA)
        kernels.take("ijava", self.source, self.source)
        self.assertEqual(IJAVA, (self.source / "ijava.jar").read_bytes())

    def test_a_folder_without_the_kernel_is_named_with_what_it_has(self):
        self.assertIn("found no .jar at all", self.refusal("ijava", self.source))
        self.put("java/ijava-1.3.0.jar", IJAVA)
        self.put("broken.jar", b"no jar")
        message = self.refusal("jjava", self.source)
        self.assertIn(f"{self.source}: expected a .jar with the classes of jjava (org/dflib/jjava/)", message)
        self.assertIn("found broken.jar, ijava-1.3.0.jar", message)

    def test_what_is_no_archive_is_named(self):
        self.put("release.zip", b"text")
        self.assertIn("release.zip: expected a kernel's release archive", self.refusal("ijava", self.source / "release.zip"))


if __name__ == "__main__":
    unittest.main()
