package org.lemmalab.kernel;

import io.github.spencerpark.jupyter.messages.request.HistoryRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cells of this session that were run. */
final class History {
    private static final int SESSION = 1;

    private record Entry(int number, String code) {}

    private final List<Entry> entries = new ArrayList<>();

    synchronized void add(int number, String code) {
        entries.add(new Entry(number, code));
    }

    synchronized Map<String, Object> reply(HistoryRequest request) {
        List<Object> found =
                found(request).map(each -> entry(each, request.includeOutput())).toList();
        return Map.of("status", "ok", "history", found);
    }

    private static Object entry(Entry entry, boolean withOutput) {
        Object content = withOutput ? java.util.Arrays.asList(entry.code, null) : entry.code;
        return List.of(SESSION, entry.number, content);
    }

    private Stream<Entry> found(HistoryRequest request) {
        if (request instanceof HistoryRequest.Range range) {
            boolean isThis = range.getSessionIndex() == 0 || range.getSessionIndex() == SESSION;
            int stop = range.getStop() == 0 ? Integer.MAX_VALUE : range.getStop();
            return entries.stream().filter(each -> isThis && each.number >= range.getStart() && each.number < stop);
        }
        if (request instanceof HistoryRequest.Search search) {
            Predicate<String> matches = glob(Objects.requireNonNullElse(search.getPattern(), "*"));
            List<Entry> all =
                    entries.stream().filter(each -> matches.test(each.code)).toList();
            return last(search.filterUnique() ? unique(all) : all, search.getMaxReturnLength());
        }
        return last(entries, ((HistoryRequest.Tail) request).getMaxReturnLength());
    }

    private static List<Entry> unique(List<Entry> all) {
        return List.copyOf(all.stream()
                .collect(Collectors.toMap(
                        Entry::code, each -> each, (before, after) -> after, java.util.LinkedHashMap::new))
                .values());
    }

    private static Stream<Entry> last(List<Entry> all, int most) {
        return all.stream().skip(most > 0 ? Math.max(0, all.size() - most) : 0);
    }

    private static Predicate<String> glob(String pattern) {
        String regex = Stream.of(pattern.split("(?<=[*?])|(?=[*?])"))
                .map(part -> part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL).asMatchPredicate();
    }
}
