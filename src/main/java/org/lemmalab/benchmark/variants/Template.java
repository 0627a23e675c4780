package org.lemmalab.benchmark.variants;

/** Makes one variant of a certain form; what is not part of the form is drawn. */
@FunctionalInterface
interface Template {
    /**
     * @param draw where numbers, words and the wanted verdict come from
     * @return a variant, with the wanted verdict where the form allows both
     */
    Variant make(Draw draw);
}
