package org.lemmalab.kernel;

import java.io.File;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;

/**
 * Runs cells by the JDK's JShell, snippet by snippet. JShell makes the classes of dependent snippets anew where something changes, and their
 * variables empty; here they get their values back, or the cell says which could not.
 */
final class Engine {
    private static final String IMPORTS = "java.io.*, java.math.*, java.net.*, java.nio.file.*, java.util.*,"
            + " java.util.concurrent.*, java.util.function.*, java.util.prefs.*, java.util.regex.*, java.util.stream.*";

    private static final Pattern CLASS_PATH_LINE = Pattern.compile("(?m)^%(?:maven|classpath)\\b");

    /** The last expression of a cell. */
    record Result(Object value) {}

    /** A part of a cell, from its first character to behind its last one, and what the compiler's reader says of it. */
    private record Piece(int at, int end, CompletionInfo info) {}

    private record Variable(String type, Field field) {
        Object value() {
            try {
                return field.get(null);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final CellControl control = new CellControl();
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final Errors errors;
    private final Map<String, Variable> variables = new HashMap<>();

    Engine(List<String> classPath) {
        shell = JShell.builder()
                .executionEngine(control, Map.of())
                .compilerOptions("-proc:none", "-parameters")
                .build();
        if (!classPath.isEmpty()) {
            // At once: the compiler looks at all of them anew with each call.
            shell.addToClasspath(String.join(File.pathSeparator, classPath));
        }
        analysis = shell.sourceCodeAnalysis();
        errors = new Errors(shell);
        for (String each : IMPORTS.split(", *")) {
            shell.eval("import " + each + ";");
        }
    }

    CellControl control() {
        return control;
    }

    SourceCodeAnalysis analysis() {
        return analysis;
    }

    JShell shell() {
        return shell;
    }

    /**
     * Runs a cell.
     *
     * @param cell its text
     * @param number its execution count, for errors
     * @return the value of its last expression, if it ends with one that has no semicolon
     */
    Optional<Result> run(String cell, int number) throws CellFailure {
        control.begin();
        control.compiler.lock();
        try {
            Optional<Result> result = Optional.empty();
            int at = 0;
            while (at < cell.length()) {
                Piece piece = next(cell, at);
                result = run(piece, cell, number);
                at = piece.end;
            }
            return result;
        } finally {
            control.compiler.unlock();
        }
    }

    /** The piece that begins at a place: a line with a percent sign, or a snippet. */
    private Piece next(String cell, int at) {
        String rest = cell.substring(at);
        if (rest.stripLeading().startsWith("%")) {
            int line = rest.indexOf('\n', rest.indexOf('%'));
            return new Piece(at, line < 0 ? cell.length() : at + line + 1, null);
        }
        Matcher line = CLASS_PATH_LINE.matcher(rest);
        int most = line.find() && isWhole(rest.substring(0, line.start())) ? line.start() : rest.length();
        CompletionInfo info = analysis.analyzeCompletion(rest.substring(0, most));
        boolean ends = info.completeness().isComplete() && info.remaining().length() < most;
        return new Piece(at, at + most - (ends ? info.remaining().length() : 0), info);
    }

    /** Whether a text could end here; in a text block, a line that begins with a percent sign is text. */
    private boolean isWhole(String text) {
        Completeness last = completeness(text);
        return last != Completeness.DEFINITELY_INCOMPLETE && last != Completeness.UNKNOWN;
    }

    /** Whether the last snippet of a text is complete, or the first one that is wrong. */
    Completeness completeness(String text) {
        CompletionInfo info = analysis.analyzeCompletion(text);
        while (isComplete(info) && !info.remaining().isBlank()) {
            info = analysis.analyzeCompletion(info.remaining());
        }
        return info.completeness();
    }

    /** Whether a text begins with a whole snippet; the JDK counts what it cannot read among the complete. */
    static boolean isComplete(CompletionInfo info) {
        return info.completeness().isComplete() && info.completeness() != Completeness.UNKNOWN;
    }

    private Optional<Result> run(Piece piece, String cell, int number) throws CellFailure {
        String source = cell.substring(piece.at, piece.end);
        control.check();
        if (piece.info == null) {
            added(source.strip()).forEach(shell::addToClasspath);
            return Optional.empty();
        }
        if (piece.info.completeness() == Completeness.EMPTY) {
            return Optional.empty();
        }
        if (piece.info.completeness() == Completeness.DEFINITELY_INCOMPLETE) {
            throw Errors.incomplete(cell, piece.at);
        }
        String code = (piece.info.source() == null ? source : piece.info.source()).stripLeading();
        List<SnippetEvent> events = shell.eval(code);
        errors.note(events, number, cell, piece.at + offset(source, code));
        keepValues(events);
        return check(events, code);
    }

    /** What a line adds to the class path; the cell can be interrupted while Maven downloads. */
    private List<String> added(String line) throws CellFailure {
        List<String> entries = new ArrayList<>();
        try {
            control.run(() -> entries.addAll(new ClassPathLine(line).entries()));
            return entries;
        } catch (CellFailure e) {
            throw e;
        } catch (Exception e) {
            control.check();
            throw ClassPathLine.failure("" + e.getMessage());
        }
    }

    /** Where the compiler's text of a snippet begins; it may have a semicolon more. */
    private static int offset(String source, String code) {
        String text = code.stripTrailing();
        return Math.max(0, source.indexOf(source.contains(text) ? text : text.replaceFirst(";$", "")));
    }

    private Optional<Result> check(List<SnippetEvent> events, String code) throws CellFailure {
        control.check();
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null) {
                if (event.status() == Snippet.Status.REJECTED) {
                    throw errors.compile(event.snippet());
                }
                if (event.exception() != null) {
                    throw errors.thrown(event.exception());
                }
                tellUnresolved(event.snippet());
                if (isBare(event.snippet(), code)) {
                    return Optional.of(new Result(control.value()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isBare(Snippet snippet, String code) {
        boolean isValue = snippet instanceof ExpressionSnippet
                || snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
        return isValue && !code.stripTrailing().endsWith(";");
    }

    private void tellUnresolved(Snippet snippet) {
        Snippet.Status status = shell.status(snippet);
        if (snippet instanceof DeclarationSnippet declared && status.isActive() && status != Snippet.Status.VALID) {
            System.err.println(errors.missing(declared));
        }
    }

    // ---- values
    // ----------------------------------------------------------------------------------------------------------

    /** Notes the fields of new variables; gives those that JShell has made anew their values back. */
    private void keepValues(List<SnippetEvent> events) {
        Map<String, VarSnippet> touched = new LinkedHashMap<>();
        for (SnippetEvent event : events) {
            if (event.snippet() instanceof VarSnippet variable && event.status().isActive()) {
                Variable before = variables.get(variable.name());
                boolean isLost = event.causeSnippet() != null && before != null;
                if (!isLost || !restored(variable, before)) {
                    touched.put(variable.name(), variable);
                }
            }
        }
        touched.values().forEach(this::remember);
    }

    private void remember(VarSnippet variable) {
        fieldOf(variable)
                .ifPresentOrElse(
                        field -> variables.put(variable.name(), new Variable(variable.typeName(), field)),
                        () -> variables.remove(variable.name()));
    }

    private Optional<Field> fieldOf(VarSnippet variable) {
        if (shell.status(variable) != Snippet.Status.VALID) {
            return Optional.empty();
        }
        shell.varValue(variable);
        return Optional.of(control.field());
    }

    /** Whether a variable has got back the value it had; if its type would follow another's, it is declared by its own. */
    private boolean restored(VarSnippet variable, Variable before) {
        Object value = before.value();
        if (before.type.equals(variable.typeName()) && given(variable, value)) {
            return true;
        }
        boolean isGiven = shell.eval(before.type + " " + variable.name() + ";").stream()
                .anyMatch(event -> event.causeSnippet() == null
                        && event.snippet() instanceof VarSnippet declared
                        && given(declared, value));
        if (!isGiven) {
            System.err.println("The variable " + variable.name() + " has lost its value, because its type "
                    + before.type + " has changed: run the cell again that makes it.");
        }
        return isGiven;
    }

    private boolean given(VarSnippet variable, Object value) {
        Optional<Field> field = fieldOf(variable);
        try {
            if (field.isPresent()) {
                field.get().set(null, value);
                remember(variable);
            }
            return field.isPresent();
        } catch (IllegalAccessException | IllegalArgumentException e) {
            return false;
        }
    }

    static List<String> paths(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.split(File.pathSeparator));
    }
}
