package org.lemmalab.mistake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.io.LabException;

/** What two raters say of the same things: a row for each category of the first, a column for each of the second. */
public final class AgreementTable {
    private record Cell(String first, String second) {}

    private final List<String> categories;
    private final Map<Cell, Long> cells = new HashMap<>();
    private long total;

    /**
     * @param categories in the order in which they are shown
     */
    public AgreementTable(List<String> categories) {
        this.categories = List.copyOf(categories);
    }

    /**
     * @param first what the first rater says
     * @param second what the second one says
     * @throws LabException if one of them is no category
     */
    public void add(String first, String second) {
        add(first, second, 1);
    }

    /**
     * @param first what the first rater says
     * @param second what the second one says
     * @param times how often
     * @throws LabException if one of them is no category
     */
    public void add(String first, String second, long times) {
        if (!categories.contains(first) || !categories.contains(second) || times < 0) {
            throw new LabException("agreement: expected two of " + categories + ", found '" + first + "' and '" + second
                    + "', " + times + " times");
        }
        cells.merge(new Cell(first, second), times, Long::sum);
        total += times;
    }

    /**
     * @return all categories, in their order
     */
    public List<String> categories() {
        return categories;
    }

    /**
     * @return those that at least one rater used
     */
    public List<String> used() {
        return categories.stream()
                .filter(category -> cells.entrySet().stream()
                        .anyMatch(cell -> cell.getValue() > 0
                                && (cell.getKey().first().equals(category)
                                        || cell.getKey().second().equals(category))))
                .toList();
    }

    /**
     * @param first a category of the first rater
     * @param second a category of the second
     * @return how often they met
     */
    public long count(String first, String second) {
        return cells.getOrDefault(new Cell(first, second), 0L);
    }

    /**
     * @return how many things both rated
     */
    public long total() {
        return total;
    }

    /**
     * @return on how many of them they agree
     */
    public long agreements() {
        return categories.stream()
                .mapToLong(category -> count(category, category))
                .sum();
    }

    /**
     * @return their agreement beyond chance, see {@link Kappa#of}
     */
    public Optional<Kappa> kappa() {
        return Kappa.of(this);
    }
}
