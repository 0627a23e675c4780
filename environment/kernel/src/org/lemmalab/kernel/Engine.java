package org.lemmalab.kernel;

import java.io.File;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private record Variable(String type, Field field) {}

    private final CellControl control = new CellControl();
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final Errors errors = new Errors();
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
        compiling(() -> {
            for (String each : IMPORTS.split(", *")) {
                shell.eval("import " + each + ";");
            }
            return null;
        });
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

    /** Does something with the compiler, which serves one at a time. */
    <T> T compiling(Callable<T> work) {
        control.compiler.lock();
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            control.compiler.unlock();
        }
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
                int end = next(cell, at);
                result = piece(cell, at, end, number);
                at = end;
            }
            return result;
        } finally {
            control.compiler.unlock();
        }
    }

    /** Where the snippet ends that begins at a place. */
    private int next(String cell, int at) {
        String rest = cell.substring(at);
        if (rest.stripLeading().startsWith("%")) {
            int line = rest.indexOf('\n', rest.indexOf('%'));
            return line < 0 ? cell.length() : at + line + 1;
        }
        Matcher line = CLASS_PATH_LINE.matcher(rest);
        int most = line.find() && isWhole(rest.substring(0, line.start())) ? line.start() : rest.length();
        CompletionInfo info = analysis.analyzeCompletion(rest.substring(0, most));
        boolean ends = info.completeness().isComplete() && info.remaining().length() < most;
        return at + most - (ends ? info.remaining().length() : 0);
    }

    /** Whether a text could end here; in a text block, a line that begins with a percent sign is text. */
    private boolean isWhole(String text) {
        CompletionInfo info = analysis.analyzeCompletion(text);
        while (info.completeness().isComplete() && !info.remaining().isBlank()) {
            info = analysis.analyzeCompletion(info.remaining());
        }
        return info.completeness() != Completeness.DEFINITELY_INCOMPLETE && info.completeness() != Completeness.UNKNOWN;
    }

    private Optional<Result> piece(String cell, int at, int end, int number) throws CellFailure {
        String source = cell.substring(at, end);
        if (control.isInterrupted()) {
            throw Errors.interrupted(control.leftIn());
        }
        if (source.stripLeading().startsWith("%")) {
            added(source.strip()).forEach(shell::addToClasspath);
            return Optional.empty();
        }
        CompletionInfo info = analysis.analyzeCompletion(source);
        if (info.completeness() == Completeness.EMPTY) {
            return Optional.empty();
        }
        if (info.completeness() == Completeness.DEFINITELY_INCOMPLETE) {
            throw Errors.incomplete(cell, at);
        }
        String code = (info.source() == null ? source : info.source()).stripLeading();
        List<SnippetEvent> events = shell.eval(code);
        errors.note(events, number, cell, at + offset(source, code));
        keepValues(events);
        return check(events, cell, code);
    }

    /** What a line adds to the class path; the cell can be interrupted while Maven downloads. */
    private List<String> added(String line) throws CellFailure {
        ClassPathLine asked = new ClassPathLine(line);
        List<String> entries = new ArrayList<>();
        try {
            control.run(() -> entries.addAll(asked.entries()));
            return entries;
        } catch (CellFailure e) {
            throw e;
        } catch (Exception e) {
            throw control.isInterrupted()
                    ? Errors.interrupted(control.leftIn())
                    : ClassPathLine.failure("" + e.getMessage());
        }
    }

    /** Where the compiler's text of a snippet begins; it may have a semicolon more. */
    private static int offset(String source, String code) {
        String text = code.stripTrailing();
        return Math.max(0, source.indexOf(source.contains(text) ? text : text.replaceFirst(";$", "")));
    }

    private Optional<Result> check(List<SnippetEvent> events, String cell, String code) throws CellFailure {
        if (control.isInterrupted()) {
            throw Errors.interrupted(control.leftIn());
        }
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null) {
                if (event.status() == Snippet.Status.REJECTED) {
                    throw errors.compile(shell, event.snippet());
                }
                if (event.exception() != null) {
                    throw errors.thrown(shell, event.exception());
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
        if (snippet instanceof DeclarationSnippet declared && shell.status(snippet) != Snippet.Status.VALID) {
            String missing = shell.unresolvedDependencies(declared).collect(Collectors.joining(", "));
            if (shell.status(snippet).isActive()) {
                System.err.println(declared.name() + " is declared, but cannot be used until there is: " + missing);
            }
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

    /** Whether a variable has, or has got back, the value it had. */
    private boolean restored(VarSnippet variable, Variable before) {
        try {
            Object value = before.field.get(null);
            Optional<Field> now = fieldOf(variable);
            if (now.isPresent() && before.type.equals(variable.typeName()) && set(now.get(), value)) {
                variables.put(variable.name(), new Variable(before.type, now.get()));
                return true;
            }
            return redeclared(variable.name(), before.type, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean set(Field field, Object value) throws IllegalAccessException {
        try {
            field.set(null, value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A variable whose type would follow another's keeps its own, by which it is declared now. */
    private boolean redeclared(String name, String type, Object value) throws IllegalAccessException {
        for (SnippetEvent event : shell.eval(type + " " + name + ";")) {
            if (event.causeSnippet() == null && event.snippet() instanceof VarSnippet variable) {
                Optional<Field> now = fieldOf(variable);
                if (now.isPresent() && set(now.get(), value)) {
                    variables.put(name, new Variable(type, now.get()));
                    return true;
                }
            }
        }
        System.err.println("The variable " + name + " has lost its value, because its type " + type
                + " has changed: run the cell again that makes it.");
        return false;
    }

    static List<String> paths(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.split(File.pathSeparator));
    }
}
