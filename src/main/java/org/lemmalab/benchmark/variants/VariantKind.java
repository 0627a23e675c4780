package org.lemmalab.benchmark.variants;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.lemmalab.io.LabException;

/**
 * A kind of answers that graders get wrong, with the forms in which it comes.
 *
 * @param name its name; a letter for the order, and what it is about
 * @param templates its forms; every one comes equally often until it has no new variant
 */
public record VariantKind(String name, List<Template> templates) {
    private static final double EQUAL = 0.6;
    /** How many variants are drawn for each that is wanted, before the kind counts as exhausted. */
    private static final int PATIENCE = 6;

    /** Checks that there is a form, and copies the list. */
    public VariantKind {
        if (name == null || templates.isEmpty()) {
            throw new LabException("kind of variants: expected a name and templates, found " + name);
        }
        templates = List.copyOf(templates);
    }

    /**
     * @param seed fixes every variant
     * @param count how many at most
     * @return variants, no two alike; fewer than asked for only where the kind has no more
     */
    public List<Variant> make(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed ^ name.hashCode());
        Set<Variant> variants = new LinkedHashSet<>();
        for (int i = 0; i < count * PATIENCE && variants.size() < count; i++) {
            Template template = templates.get(i % templates.size());
            variants.add(template.make(new Draw(name, random.split(), random.nextDouble() < EQUAL)));
        }
        return List.copyOf(variants);
    }
}
