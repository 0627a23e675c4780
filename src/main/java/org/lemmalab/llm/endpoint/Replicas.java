package org.lemmalab.llm.endpoint;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Servers of the same model. A request goes to one that may be asked now and has the fewest on the way. */
final class Replicas {
    private final List<Replica> all = new ArrayList<>();

    Replicas(List<URI> baseUrls) {
        baseUrls.forEach(url -> all.add(new Replica(url)));
    }

    static final class Replica {
        private final URI baseUrl;
        private int onTheWay;
        private long sent;
        private long notBefore = System.nanoTime();

        private Replica(URI baseUrl) {
            this.baseUrl = baseUrl;
        }

        URI baseUrl() {
            return baseUrl;
        }
    }

    /** Waits while every server has asked for patience. */
    synchronized Replica take() throws InterruptedException {
        while (true) {
            long now = System.nanoTime();
            Replica best = all.stream()
                    .min(Comparator.comparingLong((Replica replica) -> Math.max(replica.notBefore - now, 0))
                            .thenComparingInt(replica -> replica.onTheWay)
                            .thenComparingLong(replica -> replica.sent))
                    .orElseThrow();
            long left = best.notBefore - now;
            if (left <= 0) {
                best.onTheWay++;
                best.sent++;
                return best;
            }
            wait(left / 1_000_000 + 1);
        }
    }

    synchronized void giveBack(Replica replica) {
        replica.onTheWay--;
    }

    /** Leaves a server alone for a while. */
    synchronized void rest(Replica replica, Duration time) {
        replica.notBefore = Math.max(replica.notBefore, System.nanoTime() + time.toNanos());
    }
}
