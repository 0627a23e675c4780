package org.lemmalab.mistake.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lemmalab.problem.Problem;

/** Keeps what was read of the gold solutions used last, since attempts on a problem often come together. Safe for several threads. */
public final class GoldShelf {
    private static final int MOST = 32;

    private final Map<Problem, Gold> used = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Problem, Gold> eldest) {
            return size() > MOST;
        }
    };

    Gold gold(Problem problem) {
        synchronized (used) {
            Gold known = used.get(problem);
            if (known != null) {
                return known;
            }
        }
        Gold read = Gold.of(problem);
        synchronized (used) {
            used.put(problem, read);
        }
        return read;
    }
}
