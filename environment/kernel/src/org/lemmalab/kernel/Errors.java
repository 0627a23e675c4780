package org.lemmalab.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;

/** Puts errors into words: where in which cell, with the line itself; nothing of what lies below the cell. */
final class Errors {
    private static final int MOST_FRAMES = 30;

    /** Where a snippet stands. */
    private record Place(int number, String cell, int offset) {
        int line(long position) {
            return (int) cell.substring(0, at(position))
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
        }

        int column(long position) {
            return at(position) - cell.lastIndexOf('\n', at(position) - 1);
        }

        private int at(long position) {
            return (int) Math.max(0, Math.min(cell.length(), offset + position));
        }

        String text(int line) {
            return cell.lines().skip(line - 1L).findFirst().orElse("");
        }
    }

    private final JShell shell;
    private final Map<String, Place> places = new HashMap<>();

    Errors(JShell shell) {
        this.shell = shell;
    }

    /** Notes where new snippets stand. */
    void note(List<SnippetEvent> events, int number, String cell, int offset) {
        events.stream()
                .filter(event -> event.causeSnippet() == null)
                .forEach(event -> places.put(event.snippet().id(), new Place(number, cell, offset)));
    }

    static CellFailure interrupted(String leftIn) {
        String text = "the cell was interrupted"
                + (leftIn == null
                        ? ""
                        : "; it did not end within a second and goes on unseen in " + leftIn
                                + ": what it works on may change, restart the kernel to be rid of it");
        return new CellFailure("Interrupted", text);
    }

    static CellFailure incomplete(String cell, int at) {
        int line = new Place(0, cell, at).line(0);
        String text = "the cell ends before its last statement does, which begins in line " + line;
        return new CellFailure("CompileError", text);
    }

    /** What the compiler says of a snippet. */
    CellFailure compile(Snippet snippet) {
        Place place = places.get(snippet.id());
        List<Diag> diagnostics =
                shell.diagnostics(snippet).filter(Diag::isError).toList();
        List<String> lines = new ArrayList<>();
        for (Diag each : diagnostics) {
            lines.addAll(described(each, place));
        }
        String message = diagnostics.stream()
                .map(each -> position(each, place) + ": "
                        + each.getMessage(Locale.ENGLISH).lines().findFirst().orElse(""))
                .collect(Collectors.joining("; "));
        return new CellFailure("CompileError", message, lines);
    }

    private static String position(Diag each, Place place) {
        return "line " + place.line(each.getPosition()) + ", column " + place.column(each.getPosition());
    }

    private static List<String> described(Diag each, Place place) {
        List<String> lines = new ArrayList<>();
        lines.add(CellFailure.red("CompileError") + " in " + position(each, place) + ":");
        each.getMessage(Locale.ENGLISH).lines().forEach(lines::add);
        String text = place.text(place.line(each.getPosition()));
        int from = place.column(each.getStartPosition()) - 1;
        boolean isOneLine = place.line(each.getStartPosition()) == place.line(each.getPosition());
        int start = isOneLine ? from : place.column(each.getPosition()) - 1;
        long length = isOneLine ? Math.max(1, each.getEndPosition() - each.getStartPosition()) : 1;
        lines.add("    " + text);
        lines.add("    " + " ".repeat(start) + "^".repeat((int) Math.max(1, Math.min(length, text.length() - start))));
        return lines;
    }

    /** What the cell has thrown. */
    CellFailure thrown(JShellException exception) {
        List<String> lines = new ArrayList<>();
        describe(exception, "", lines);
        return new CellFailure(name(exception).replaceAll(".*[.$]", ""), own(message(exception)), lines);
    }

    private static String name(JShellException exception) {
        return exception instanceof EvalException eval ? eval.getExceptionClassName() : "UnresolvedReference";
    }

    private String message(JShellException exception) {
        return exception instanceof UnresolvedReferenceException missing
                ? missing(missing.getSnippet())
                : exception.getMessage();
    }

    /** Without the names that JShell gives to what is around a snippet. */
    private static String own(String text) {
        return text == null ? "" : text.replaceAll("REPL\\.\\$JShell\\$\\w+[.$]", "");
    }

    /** Why a declaration cannot be used yet. */
    String missing(DeclarationSnippet declared) {
        return declared.name() + " cannot be used until there is: "
                + shell.unresolvedDependencies(declared).collect(Collectors.joining(", "));
    }

    private void describe(JShellException exception, String prefix, List<String> lines) {
        String text = message(exception);
        lines.add(prefix + CellFailure.red(own(name(exception))) + (text == null ? "" : ": " + own(text)));
        StackTraceElement[] stack = exception.getStackTrace();
        Arrays.stream(stack).limit(MOST_FRAMES).forEach(frame -> lines.add("    at " + frame(frame)));
        if (stack.length > MOST_FRAMES) {
            lines.add("    and " + (stack.length - MOST_FRAMES) + " calls more");
        }
        if (exception.getCause() instanceof JShellException cause) {
            describe(cause, "Caused by: ", lines);
        }
    }

    private String frame(StackTraceElement frame) {
        Place place = places.get(String.valueOf(frame.getFileName()).replaceFirst("^#", ""));
        if (place == null) {
            return frame.toString();
        }
        int line = place.line(0) + frame.getLineNumber() - 1;
        String method = frame.getMethodName().replaceFirst("^lambda\\$.*", "lambda");
        return (method.isEmpty() || method.startsWith("do_it$") ? "" : method + ", ") + "cell " + place.number
                + ", line " + line + ": " + place.text(line).strip();
    }
}
