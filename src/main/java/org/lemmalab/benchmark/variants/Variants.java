package org.lemmalab.benchmark.variants;

import java.util.List;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/** All kinds of variants. */
public final class Variants {
    private static final List<VariantKind> KINDS = List.of(
            DamageVariants.kind(),
            LengthVariants.kind(),
            MoneyVariants.kind(),
            MarkerVariants.kind(),
            OrderVariants.kind(),
            ChoiceVariants.kind(),
            BareVariants.kind(),
            BoxesVariants.kind(),
            NamedVariants.kind(),
            SetVariants.kind(),
            UnitVariants.kind(),
            UnicodeVariants.kind(),
            EscapeVariants.kind(),
            NotationVariants.kind(),
            WrappingVariants.kind(),
            WrongEqualVariants.kind(),
            SolutionVariants.kind(),
            ThoughtVariants.kind());

    private Variants() {}

    /**
     * @return every kind
     */
    public static List<VariantKind> kinds() {
        return KINDS;
    }

    /**
     * @param name a kind's name, or its beginning
     * @return that kind
     */
    public static VariantKind kind(String name) {
        return KINDS.stream()
                .filter(kind -> kind.name().startsWith(name))
                .findFirst()
                .orElseThrow(() -> new LabException("variants: expected a kind of "
                        + KINDS.stream().map(VariantKind::name).collect(Collectors.joining(", ")) + ", found '" + name
                        + "'"));
    }

    /**
     * @param seed fixes every variant
     * @param each how many of each kind
     * @return the variants, kind after kind
     */
    public static List<Variant> make(long seed, int each) {
        return KINDS.stream().flatMap(kind -> kind.make(seed, each).stream()).toList();
    }
}
