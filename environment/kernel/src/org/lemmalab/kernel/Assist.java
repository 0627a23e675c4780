package org.lemmalab.kernel;

import io.github.spencerpark.jupyter.messages.request.CompleteRequest;
import io.github.spencerpark.jupyter.messages.request.InspectRequest;
import io.github.spencerpark.jupyter.messages.request.IsCompleteRequest;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Helps to write a cell: what can follow, what a name means, whether a cell is complete. Works while a cell runs. */
final class Assist {
    private static final Pattern OF_ALL_OBJECTS =
            Pattern.compile("(equals|wait)\\(|(getClass|hashCode|notify|notifyAll|toString|wait|clone|finalize)\\(\\)");
    private static final int MOST_SIGNATURES = 30;
    private static final long SIGNATURE_MILLIS = 400;
    private static final long WAIT_SECONDS = 3;

    private final Engine engine;

    Assist(Engine engine, List<String> sources) {
        this.engine = engine;
        engine.control().compiler.lock();
        try {
            addSources(sources);
        } catch (ReflectiveOperationException | IOException | RuntimeException e) {
            // Another JDK keeps them elsewhere: signatures are still there.
        } finally {
            engine.control().compiler.unlock();
        }
    }

    /** JShell reads Javadoc from the JDK's sources; the toolkit's are added to them. Without them signatures are shown alone. */
    private void addSources(List<String> sources) throws ReflectiveOperationException, IOException {
        SourceCodeAnalysis analysis = engine.analysis();
        Method find = analysis.getClass().getDeclaredMethod("findSources");
        find.setAccessible(true);
        List<Object> all = new ArrayList<>((List<?>) find.invoke(analysis));
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
    }

    /** The content of the answer to a request. */
    Object answer(Object request) {
        if (request instanceof CompleteRequest asked) {
            return complete(asked.getCode(), units(asked.getCode(), asked.getCursorPos()));
        }
        if (request instanceof InspectRequest asked) {
            return inspect(asked.getCode(), units(asked.getCode(), asked.getCursorPos()));
        }
        return isComplete(((IsCompleteRequest) request).getCode());
    }

    /** A place in a text: Jupyter counts code points, Java counts units, of which rare characters have two. */
    private static int units(String text, int points) {
        int all = text.codePointCount(0, text.length());
        return text.offsetByCodePoints(0, Math.max(0, Math.min(points, all)));
    }

    private static int points(String text, int units) {
        return text.codePointCount(0, Math.min(text.length(), units));
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

    private Map<String, Object> complete(String code, int cursor) {
        int to = points(code, cursor);
        return whenFree(() -> completions(code, cursor), reply(List.of(), to, to, List.of()));
    }

    private Map<String, Object> completions(String code, int cursor) {
        Above above = above(code, cursor);
        String text = above.declared + code.substring(above.end, cursor);
        int[] anchor = {text.length()};
        List<Suggestion> found = engine.analysis().completionSuggestions(text, text.length(), anchor);
        int from = points(code, anchor[0] - above.declared.length() + above.end);
        int to = points(code, cursor);
        List<String> ranked = found.stream()
                .sorted(Comparator.comparingInt(this::rank).thenComparing(Suggestion::continuation))
                .map(Suggestion::continuation)
                .distinct()
                .toList();
        List<Object> described = described(text.substring(0, anchor[0]), ranked, from, to);
        return reply(ranked, from, to, described);
    }

    private static Map<String, Object> reply(List<String> matches, int from, int to, List<Object> described) {
        Map<String, Object> metadata =
                described.isEmpty() ? Map.of() : Map.of("_jupyter_types_experimental", described);
        return Map.of("status", "ok", "matches", matches, "cursor_start", from, "cursor_end", to, "metadata", metadata);
    }

    /** What fits the expected type comes first, then what the notebook itself declares; what every object has comes last. */
    private int rank(Suggestion suggestion) {
        String word = suggestion.continuation();
        if (OF_ALL_OBJECTS.matcher(word).matches()) {
            return 4;
        }
        if (suggestion.matchesType()) {
            return 0;
        }
        String name = word.replaceFirst("\\(.*", "");
        boolean isOwn = engine.shell()
                .snippets()
                .anyMatch(each ->
                        each instanceof DeclarationSnippet own && own.name().equals(name));
        boolean isRare = name.startsWith("$") || name.equals("class") || name.matches(".*(Exception|Error)");
        return isOwn ? 1 : isRare ? 3 : 2;
    }

    /** One of the names that can follow, as pages show it. */
    private record Described(int start, int end, String text, String type, String signature) {}

    private List<Object> described(String before, List<String> ranked, int from, int to) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SIGNATURE_MILLIS);
        List<Object> all = new ArrayList<>();
        for (String word : ranked) {
            boolean isMethod = word.contains("(");
            boolean isInTime = all.size() < MOST_SIGNATURES && System.nanoTime() < end;
            String type = isMethod ? "function" : Character.isUpperCase(word.charAt(0)) ? "class" : "instance";
            String signature = isMethod && isInTime ? signatures(before + word.replaceFirst("\\(.*", "(")) : null;
            all.add(new Described(from, to, word, type, signature));
        }
        return all;
    }

    private String signatures(String call) {
        return engine.analysis().documentation(call, call.length(), false).stream()
                .map(Documentation::signature)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** What the same cell declares above the snippet that holds the cursor, and where that snippet begins. */
    private record Above(String declared, int end) {}

    /** The statements above may not have run yet: their variables count, too. */
    private Above above(String code, int cursor) {
        StringBuilder declared = new StringBuilder();
        int at = 0;
        while (true) {
            CompletionInfo info = engine.analysis().analyzeCompletion(code.substring(at, cursor));
            int end = cursor - info.remaining().length();
            if (!Engine.isComplete(info) || info.remaining().isBlank() || end <= at) {
                return new Above(declared.toString(), at);
            }
            if (engine.analysis().sourceToSnippets(info.source()).stream()
                    .allMatch(each -> each.kind() == Snippet.Kind.VAR)) {
                declared.append(info.source()).append(' ');
            }
            at = end;
        }
    }

    // ---- inspection
    // ------------------------------------------------------------------------------------------------------

    /** Signature and Javadoc of the name at the cursor, or of the call around it. */
    private Map<String, Object> inspect(String code, int cursor) {
        String plain = whenFree(() -> documentation(code, cursor), List.<Documentation>of()).stream()
                .map(each -> each.signature() + Javadoc.plain(each.javadoc()))
                .distinct()
                .collect(Collectors.joining("\n\n"));
        Map<String, Object> data = plain.isEmpty() ? Map.of() : Map.of("text/plain", plain);
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
        Above above = above(code, end);
        String text = above.declared + code.substring(above.end, end);
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

    private Map<String, Object> isComplete(String code) {
        return whenFree(() -> completeness(code), Map.of("status", "unknown"));
    }

    private Map<String, Object> completeness(String code) {
        return switch (engine.completeness(code)) {
            case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> Map.of("status", "incomplete", "indent", "    ");
            case UNKNOWN -> Map.of("status", "invalid");
            default -> Map.of("status", "complete");
        };
    }
}
