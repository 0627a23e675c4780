package org.lemmalab.kernel;

import java.lang.reflect.Field;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Helps to write a cell: what can follow, what a name means, whether a cell is complete. Works while a cell runs. */
final class Assist {
    private static final Set<String> OF_ALL_OBJECTS = Set.of(
            "equals(",
            "getClass()",
            "hashCode()",
            "notify()",
            "notifyAll()",
            "toString()",
            "wait(",
            "wait()",
            "clone()",
            "finalize()");
    private static final int MOST_SIGNATURES = 30;
    private static final long SIGNATURE_MILLIS = 400;
    private static final long WAIT_SECONDS = 3;

    private final Engine engine;

    Assist(Engine engine, List<String> sources) {
        this.engine = engine;
        engine.compiling(() -> addSources(sources));
    }

    /** JShell reads Javadoc from the JDK's sources; the toolkit's are added to them. Without them signatures are shown alone. */
    private Void addSources(List<String> sources) {
        try {
            SourceCodeAnalysis analysis = engine.analysis();
            var find = analysis.getClass().getDeclaredMethod("findSources");
            find.setAccessible(true);
            List<Path> all = new ArrayList<>();
            ((List<?>) find.invoke(analysis)).forEach(each -> all.add((Path) each));
            for (String source : sources) {
                Path path = Path.of(source);
                if (Files.exists(path)) {
                    all.add(
                            Files.isDirectory(path)
                                    ? path
                                    : FileSystems.newFileSystem(path).getPath("/"));
                }
            }
            Field field = analysis.getClass().getDeclaredField("availableSources");
            field.setAccessible(true);
            field.set(analysis, all);
        } catch (ReflectiveOperationException | java.io.IOException | RuntimeException e) {
            // Another JDK keeps them elsewhere: signatures are still there.
        }
        return null;
    }

    private <T> T whenFree(Supplier<T> work, T otherwise) {
        try {
            if (!engine.control().compiler.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return otherwise;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        }
        try {
            return work.get();
        } finally {
            engine.control().compiler.unlock();
        }
    }

    // ---- completion
    // ------------------------------------------------------------------------------------------------------

    /** The content of a {@code complete_reply}. */
    Map<String, Object> complete(String code, int cursor) {
        return whenFree(() -> completions(code, cursor), reply(List.of(), cursor, cursor, List.of()));
    }

    private Map<String, Object> completions(String code, int cursor) {
        int start = startOfSnippet(code, cursor);
        String context = context(code, start);
        String text = context + code.substring(start, cursor);
        int[] anchor = {text.length()};
        List<Suggestion> found = engine.analysis().completionSuggestions(text, text.length(), anchor);
        int from = anchor[0] - context.length() + start;
        List<String> ranked = found.stream()
                .sorted(Comparator.comparingInt(this::rank).thenComparing(Suggestion::continuation))
                .map(Suggestion::continuation)
                .distinct()
                .toList();
        List<Object> described = described(text.substring(0, anchor[0]), ranked, from, cursor);
        return reply(ranked, from, cursor, described);
    }

    private static Map<String, Object> reply(List<String> matches, int from, int to, List<Object> described) {
        Map<String, Object> metadata =
                described.isEmpty() ? Map.of() : Map.of("_jupyter_types_experimental", described);
        return Map.of("status", "ok", "matches", matches, "cursor_start", from, "cursor_end", to, "metadata", metadata);
    }

    /** What fits the expected type comes first, then what the notebook itself declares; what every object has comes last. */
    private int rank(Suggestion suggestion) {
        String word = suggestion.continuation();
        if (OF_ALL_OBJECTS.contains(word)) {
            return 4;
        }
        if (suggestion.matchesType()) {
            return 0;
        }
        String name = word.replaceFirst("\\(.*", "");
        boolean isOwn = engine.shell().variables().anyMatch(each -> each.name().equals(name))
                || engine.shell().methods().anyMatch(each -> each.name().equals(name))
                || engine.shell().types().anyMatch(each -> each.name().equals(name));
        boolean isRare = name.startsWith("$") || name.equals("class") || name.matches(".*(Exception|Error)");
        return isOwn ? 1 : isRare ? 3 : 2;
    }

    private List<Object> described(String before, List<String> ranked, int from, int to) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SIGNATURE_MILLIS);
        List<Object> all = new ArrayList<>();
        for (String word : ranked) {
            boolean isMethod = word.contains("(");
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("start", from);
            one.put("end", to);
            one.put("text", word);
            one.put("type", isMethod ? "function" : Character.isUpperCase(word.charAt(0)) ? "class" : "instance");
            if (isMethod && all.size() < MOST_SIGNATURES && System.nanoTime() < end) {
                String call = before + word.replaceFirst("\\(.*", "(");
                one.put("signature", signatures(call, call.length()));
            }
            all.add(one);
        }
        return all;
    }

    private String signatures(String code, int cursor) {
        return engine.analysis().documentation(code, cursor, false).stream()
                .map(Documentation::signature)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Where the snippet begins that holds the cursor. */
    private int startOfSnippet(String code, int cursor) {
        int at = 0;
        while (true) {
            String rest = code.substring(at, cursor);
            CompletionInfo info = engine.analysis().analyzeCompletion(rest);
            int end = cursor - info.remaining().length();
            if (!info.completeness().isComplete()
                    || info.completeness() == Completeness.UNKNOWN
                    || info.remaining().isBlank()
                    || end <= at) {
                return at;
            }
            at = end;
        }
    }

    /** The statements above the cursor in the same cell, which may not have run yet: their variables count, too. */
    private String context(String code, int start) {
        StringBuilder context = new StringBuilder();
        int at = 0;
        while (at < start) {
            CompletionInfo info = engine.analysis().analyzeCompletion(code.substring(at, start));
            int end = start - info.remaining().length();
            if (info.source() != null
                    && engine.analysis().sourceToSnippets(info.source()).stream()
                            .allMatch(each -> each.kind() == Snippet.Kind.VAR)) {
                context.append(info.source()).append(' ');
            }
            at = Math.max(at + 1, end);
        }
        return context.toString();
    }

    // ---- inspection
    // ------------------------------------------------------------------------------------------------------

    /** The content of an {@code inspect_reply}: signature and Javadoc of the name at the cursor, or of the call around it. */
    Map<String, Object> inspect(String code, int cursor) {
        List<Documentation> found = whenFree(() -> documentation(code, cursor), List.of());
        Map<String, Object> data = Map.of();
        if (!found.isEmpty()) {
            String plain = found.stream()
                    .map(each -> each.signature() + Javadoc.plain(each.javadoc()))
                    .distinct()
                    .collect(Collectors.joining("\n\n"));
            data = Map.of("text/plain", plain);
        }
        return Map.of("status", "ok", "found", !data.isEmpty(), "data", data, "metadata", Map.of());
    }

    private List<Documentation> documentation(String code, int cursor) {
        int end = Math.min(cursor, code.length());
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        if (end < code.length()
                && code.charAt(end) == '('
                && end > 0
                && Character.isJavaIdentifierPart(code.charAt(end - 1))) {
            end++;
        }
        List<Documentation> found = documentationAt(code, end);
        return found.isEmpty() && callAround(code, cursor) > 0
                ? documentationAt(code, callAround(code, cursor))
                : found;
    }

    private List<Documentation> documentationAt(String code, int end) {
        int start = startOfSnippet(code, end);
        String text = context(code, start) + code.substring(start, end);
        return engine.analysis().documentation(text, text.length(), true);
    }

    /** Behind the last bracket before the cursor that is still open; 0 where there is none. */
    private static int callAround(String code, int cursor) {
        int closed = 0;
        for (int i = Math.min(cursor, code.length()) - 1; i >= 0; i--) {
            closed += code.charAt(i) == ')' ? 1 : code.charAt(i) == '(' ? -1 : 0;
            if (closed < 0) {
                return i + 1;
            }
        }
        return 0;
    }

    // ---- completeness
    // ----------------------------------------------------------------------------------------------------

    /** The content of an {@code is_complete_reply}. */
    Map<String, Object> isComplete(String code) {
        return whenFree(() -> completeness(code), Map.of("status", "unknown"));
    }

    private Map<String, Object> completeness(String code) {
        String rest = code;
        while (!rest.isBlank()) {
            CompletionInfo info = engine.analysis().analyzeCompletion(rest);
            switch (info.completeness()) {
                case DEFINITELY_INCOMPLETE:
                case CONSIDERED_INCOMPLETE:
                    return Map.of("status", "incomplete", "indent", "    ");
                case UNKNOWN:
                    return Map.of("status", "invalid");
                default:
                    rest = info.completeness() == Completeness.EMPTY ? "" : info.remaining();
            }
        }
        return Map.of("status", "complete");
    }
}
