package org.lemmalab.cli;

import java.io.PrintWriter;
import org.lemmalab.io.RejectedLines;

/** The end of a command that reads lines: how many it could not read, and what that means for its exit status. */
final class RejectedReport {
    private RejectedReport() {}

    /** 0, or 1 if there are rejected lines and that matters. */
    static int tell(RejectedLines rejected, boolean keepGoing, PrintWriter err) {
        if (rejected.count() > 0) {
            String kept = rejected.file().map(file -> ", kept in " + file).orElse("");
            err.println(rejected.count() + " lines rejected" + kept);
            rejected.messages().forEach(message -> err.println("  " + message));
            err.flush();
        }
        return rejected.count() == 0 || keepGoing ? 0 : 1;
    }
}
