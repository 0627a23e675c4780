package org.lemmalab.cli;

import java.nio.file.Path;

/** The checkout that the launcher was started from; without the launcher, the current folder. */
final class ProjectFolder {
    private ProjectFolder() {}

    static Path root() {
        return Path.of(System.getProperty("lemmalab.root", "."));
    }
}
