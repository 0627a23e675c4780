package org.lemmalab.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lab export html DIR}: the executed notebooks as pages; nbconvert writes them. */
@Command(
        name = "html",
        description = {
            "Write the executed notebooks as HTML pages with an index.",
            "Each page stands alone and follows the reader's light or dark colour scheme."
        },
        mixinStandardHelpOptions = true)
final class HtmlExport implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder of the pages; pages that are there are replaced.")
    private Path folder;

    @Override
    public Integer call() {
        return JupyterPython.of(ProjectFolder.root())
                .run("pages.py", folder.toAbsolutePath().normalize().toString());
    }
}
