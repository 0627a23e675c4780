package org.lemmalab;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.List;

/**
 * The floors stand on each other, and on each floor the rooms in the order in which data flows; a room knows only the rooms before it.
 * The first three floors are what a researcher with a real model needs; nothing there knows synthetic problems or the study.
 */
@AnalyzeClasses(packages = "org.lemmalab", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
    private enum Floor {
        ENGINE("io", "pipeline", "llm", "transformer", "training"),
        MATHEMATICS("problem", "solution", "grading"),
        METHOD("mistake", "reflection", "corpus", "evaluation"),
        SYNTHETIC("synthetic"),
        STUDY("experiment", "report"),
        SURFACES("notebook", "benchmark", "cli");

        private final List<String> rooms;

        Floor(String... rooms) {
            this.rooms = List.of(rooms);
        }
    }

    private static final List<String> ROOMS =
            Arrays.stream(Floor.values()).flatMap(floor -> floor.rooms.stream()).toList();

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
