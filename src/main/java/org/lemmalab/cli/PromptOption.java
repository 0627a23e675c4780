package org.lemmalab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.lemmalab.llm.prompt.PromptTemplate;

/** A prompt named on the command line: a file, or one that ships with the toolkit. */
final class PromptOption {
    private PromptOption() {}

    static PromptTemplate template(String nameOrFile) {
        Path file = Path.of(nameOrFile);
        return Files.isRegularFile(file) ? PromptTemplate.read(file) : PromptTemplate.bundled(nameOrFile);
    }
}
