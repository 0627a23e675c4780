package org.lemmalab;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;

/** The rooms stand in the order in which data flows; a room knows only the rooms before it. */
@AnalyzeClasses(packages = "org.lemmalab", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
    private static final List<String> ROOMS = List.of(
            "io",
            "pipeline",
            "problem",
            "solution",
            "grading",
            "llm",
            "mistake",
            "reflection",
            "corpus",
            "transformer",
            "training",
            "evaluation",
            "experiment",
            "report",
            "notebook",
            "benchmark",
            "cli");

    @ArchTest
    static void lowerRoomsKnowNothingOfHigherOnes(com.tngtech.archunit.core.domain.JavaClasses classes) {
        for (int i = 0; i < ROOMS.size() - 1; i++) {
            String[] higher = ROOMS.subList(i + 1, ROOMS.size()).stream()
                    .map(LayersTest::packages)
                    .toArray(String[]::new);
            ArchRule rule = ArchRuleDefinition.noClasses()
                    .that()
                    .resideInAPackage(packages(ROOMS.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(higher)
                    .allowEmptyShould(true);
            rule.check(classes);
        }
    }

    @ArchTest
    static final ArchRule everyClassHasARoom = ArchRuleDefinition.classes()
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(
                    new DescribedPredicate<JavaClass>("in a known room") {
                        @Override
                        public boolean test(JavaClass type) {
                            String[] names = type.getPackageName().split("\\.");
                            return names.length > 2 && ROOMS.contains(names[2]);
                        }
                    }));

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching("org.lemmalab.(*)..").should().beFreeOfCycles();

    private static String packages(String room) {
        return "org.lemmalab." + room + "..";
    }
}
