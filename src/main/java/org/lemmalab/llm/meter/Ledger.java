package org.lemmalab.llm.meter;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Spending by stage, and money set aside for what is on the way, against one budget. */
final class Ledger {
    private final OptionalDouble budget;
    private final Map<String, Spending> stages = new TreeMap<>();
    private double setAside;

    Ledger(OptionalDouble budget) {
        this.budget = budget;
    }

    /**
     * Sets money aside; waits while only what others have set aside stands in the way.
     *
     * @throws BudgetExceededException if it is more than is left
     */
    synchronized void reserve(double dollars) throws InterruptedException {
        while (budget.isPresent() && spent() + setAside + dollars > budget.getAsDouble()) {
            if (setAside <= 0 || spent() + dollars > budget.getAsDouble()) {
                throw new BudgetExceededException(String.format(
                        Locale.ROOT,
                        "budget: expected at most %.6f US dollars, found %.6f spent and a request of up to %.6f to come;"
                                + " it was not sent",
                        budget.getAsDouble(),
                        spent(),
                        dollars));
            }
            wait();
        }
        setAside += dollars;
    }

    /** Turns what was set aside into what was spent. */
    synchronized void settle(String stage, double dollars, Spending spending) {
        setAside = setAside - dollars < 1e-12 ? 0 : setAside - dollars;
        stages.merge(stage, spending, Spending::plus);
        notifyAll();
    }

    synchronized Map<String, Spending> stages() {
        return Collections.unmodifiableMap(new TreeMap<>(stages));
    }

    synchronized Spending total() {
        return stages.values().stream().reduce(Spending.NONE, Spending::plus);
    }

    private double spent() {
        return total().dollars();
    }
}
