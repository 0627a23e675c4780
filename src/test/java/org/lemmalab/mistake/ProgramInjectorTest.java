package org.lemmalab.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lemmalab.grading.Grader;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.problem.Samples;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;
import org.lemmalab.solution.StepSplitter;

class ProgramInjectorTest {
    private static final Problem BAKERY = new Problem(
            "bakery",
            "A bakery bakes 14 trays with 20 rolls each and gives 25 rolls away. It sells the rest at $3 a roll. How much does it"
                    + " earn?",
            """
            There are 14*20 = <<14*20=280>>280 rolls.
            Of these 280 rolls, 280-25 = <<280-25=255>>255 rolls are left.
            Selling the 255 rolls brings in 255*3 = $<<255*3=765>>765.""",
            "765");
    private static final Problem GARDEN = new Problem(
            "garden",
            "A rectangular garden is 12 meters long and 5 meters wide. Mowing takes 2 minutes per square meter. How many minutes"
                    + " does it take to mow the garden twice a week for 4 weeks?",
            """
            The area is 12*5 = <<12*5=60>>60 square meters.
            Mowing it once takes 60*2 = <<60*2=120>>120 minutes.
            In 4 weeks it is mowed 4*2 = <<4*2=8>>8 times.
            That takes 120*8 = <<120*8=960>>960 minutes.""",
            "960");
    private static final Problem FILM = new Problem(
            "film",
            "A film runs for 3 hours. Before it there are 25 minutes of trailers. How many minutes does it take in all?",
            """
            The film runs for 3 hours * 60 minutes/hour = <<3*60=180>>180 minutes.
            In all it takes 180 + 25 = <<180+25=205>>205 minutes.""",
            "205");

    private static Injection inject(Problem problem, ErrorType type, long seed) {
        return new ProgramInjector().inject(problem, type, seed).asOptional().orElseThrow();
    }

    private static List<Problem> samples() {
        return List.copyOf(ProblemSet.read(Samples.problems(), RejectedLines.refusing())
                .byId()
                .values());
    }

    @Test
    void aSlipIsWorkedThroughToTheAnswer() {
        Set<Integer> places = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            Injection injection = inject(BAKERY, ErrorType.CALCULATION, seed);
            places.add(injection.firstWrongStep());
            List<Step> steps = injection.solution().steps();
            for (Step step : steps) {
                for (Equation equation : EquationReader.read(step.text())) {
                    Equation.Check wanted =
                            step.number() == injection.firstWrongStep() ? Equation.Check.WRONG : Equation.Check.EXACT;
                    assertEquals(wanted, equation.check(), step.text());
                }
            }
            String answer = injection.solution().answer().orElseThrow();
            assertTrue(
                    steps.get(2).text().endsWith(">>" + answer + "."),
                    steps.get(2).text());
        }
        assertEquals(Set.of(1, 2, 3), places);
    }

    @Test
    void aValueThatIsToldAgainChangesWithTheResult() {
        for (long seed = 0; seed < 10; seed++) {
            Injection injection = inject(BAKERY, ErrorType.CONTEXT_VALUE, seed);
            if (injection.firstWrongStep() == 1) {
                String text = injection.solution().text();
                assertFalse(text.contains("280"), text);
                assertFalse(text.contains("255"), text);
                return;
            }
        }
        throw new AssertionError("no seed misquotes a value in the first step");
    }

    @Test
    void eachTypeSaysWhatItIs() {
        assertTrue(
                inject(GARDEN, ErrorType.FORMULA_CONFUSION, 1).solution().text().contains("/"));
        Injection unit = inject(FILM, ErrorType.UNIT_CONVERSION, 3);
        assertFalse(unit.solution().text().contains("3*60=180"), unit.solution().text());
        Injection invention = inject(BAKERY, ErrorType.HALLUCINATION, 2);
        assertTrue(invention.solution().text().length() > BAKERY.goldSolution().length() + 20);
        Injection omission = inject(BAKERY, ErrorType.MISSING_STEP, 2);
        assertNotEquals(BAKERY.goldSolution(), omission.solution().text());
        Injection concept = inject(BAKERY, ErrorType.CONFUSING_CONCEPT, 1);
        assertTrue(concept.solution().text().contains("280+25=305>>305 rolls are in total."), concept.toString());
    }

    @Test
    void whatHasNoExactProgramIsRefused() {
        Problem algebra = new Problem(
                "algebra",
                "Twice a number and 7 is 31. What is the number?",
                "2x + 7 = 31\n2x = 31 - 7 = 24\nx = 24 / 2 = <<24/2=12>>12",
                "12");
        Problem words = new Problem("words", "What is left?", "Nothing is left of it.", "0");
        Problem untrue = new Problem("untrue", "What is 2 and 3?", "It is 2+3=<<2+3=6>>6.", "6");
        for (Problem problem : List.of(algebra, words, untrue)) {
            Result<Injection> outcome = new ProgramInjector().inject(problem, ErrorType.CALCULATION, 1);
            assertTrue(outcome.failure().isPresent(), problem.id());
            assertEquals(Set.of(), new ProgramInjector().injectable(problem));
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertTrue(new ProgramInjector()
                .inject(BAKERY, ErrorType.NONSENSICAL_OUTPUT, 1)
                .failure()
                .isPresent());
    }

    @Test
    void aSeedDecidesEverything() {
        Set<String> texts = new HashSet<>();
        for (long seed = 0; seed < 30; seed++) {
            Injection first = inject(BAKERY, ErrorType.CALCULATION, seed);
            assertEquals(first, inject(BAKERY, ErrorType.CALCULATION, seed));
            texts.add(first.solution().text());
        }
        assertTrue(texts.size() > 15, () -> texts.size() + " different errors from 30 seeds");
    }

    @Test
    void everyInjectionIsSoundButForItsError() {
        ProgramInjector injector = new ProgramInjector();
        int given = 0;
        for (Problem problem : samples()) {
            for (ErrorType type : ErrorType.values()) {
                Optional<Injection> injection =
                        injector.inject(problem, type, 7).asOptional();
                given += injection.isPresent() ? 1 : 0;
                injection.ifPresent(each -> assertSound(problem, each));
            }
        }
        assertTrue(given > 4 * samples().size(), "injected " + given);
    }

    @Test
    void whatIsSaidToBeInjectableIs() {
        ProgramInjector injector = new ProgramInjector();
        for (Problem problem : List.of(BAKERY, GARDEN, FILM)) {
            Set<ErrorType> injectable = injector.injectable(problem);
            assertTrue(injectable.size() >= 5, injectable::toString);
            for (ErrorType type : injectable) {
                assertEquals(type, inject(problem, type, 0).type());
            }
        }
    }

    private static void assertSound(Problem problem, Injection injection) {
        String text = problem.id() + " " + injection;
        assertFalse(Grader.standard().equal(injection.solution().answer().orElseThrow(), problem.goldAnswer()), text);
        List<String> steps =
                injection.solution().steps().stream().map(Step::text).toList();
        assertTrue(
                Giveaway.INTENT
                        .in(problem.question() + problem.goldSolution(), steps)
                        .isEmpty(),
                text);
        List<String> gold = StepSplitter.split(problem.goldSolution()).steps().stream()
                .map(Step::text)
                .toList();
        for (Step step : injection.solution().steps()) {
            boolean before = step.number() < injection.firstWrongStep();
            assertTrue(!before || gold.contains(step.text()), text);
            boolean slip = injection.type() == ErrorType.CALCULATION && step.number() == injection.firstWrongStep();
            for (Equation equation : EquationReader.read(step.text())) {
                assertTrue(slip || equation.check() != Equation.Check.WRONG, text);
                assertTrue(
                        equation.result().isEmpty() || equation.result().get().signum() >= 0, text);
            }
        }
    }

    @Test
    void theAnalystFindsWhatWasInjected() {
        InjectionScore score = InjectionScore.of(new ProgramInjector(), new ProgramAnalyst(), samples(), 3);
        InjectionScore.Counts all = score.all();
        assertTrue(all.stepFound() >= 0.97 * all.given(), score::toString);
        assertTrue(all.typeFound() >= 0.90 * all.given(), score::toString);
    }

    @Test
    void verificationKeepsOnlyWhatTheAnalystFinds() {
        VerifiedInjector verified = VerifiedInjector.ofPrograms();
        InjectionScore score = InjectionScore.of(verified, new ProgramAnalyst(), samples(), 3);
        assertEquals(score.all().given(), score.all().stepFound());
        assertEquals(score.all().given(), score.all().typeFound());
    }

    @Test
    void verificationRejectsWithReasons() {
        Injector careless = new Injector() {
            @Override
            public Set<ErrorType> injectable(Problem problem) {
                return EnumSet.of(ErrorType.CALCULATION);
            }

            @Override
            public Result<Injection> inject(Problem problem, ErrorType type, long seed) {
                Injection sound = ProgramInjectorTest.inject(problem, type, seed);
                return Result.success(new Injection(
                        ErrorType.OPERATOR, sound.solution(), sound.firstWrongStep(), sound.explanation()));
            }
        };
        VerifiedInjector verified = new VerifiedInjector(careless, InjectionCheck.with(new ProgramAnalyst()), 3);
        Result<Injection> outcome = verified.inject(BAKERY, ErrorType.CALCULATION, 5);
        String reason = "the analyst finds an error of the type calculation instead of operator";
        assertEquals(Optional.of(reason), outcome.failure());
        assertEquals(3L, verified.rejections().get(reason));
    }

    @Test
    void aRefusalIsTriedAgainWithAnotherSeed() {
        Injector moody = new Injector() {
            @Override
            public Set<ErrorType> injectable(Problem problem) {
                return EnumSet.of(ErrorType.CALCULATION);
            }

            @Override
            public Result<Injection> inject(Problem problem, ErrorType type, long seed) {
                return seed == 5 ? Result.failure("not today") : new ProgramInjector().inject(problem, type, seed);
            }
        };
        VerifiedInjector verified = new VerifiedInjector(moody, InjectionCheck.with(new ProgramAnalyst()), 3);
        assertEquals(
                Optional.empty(),
                verified.inject(BAKERY, ErrorType.CALCULATION, 5).failure());
        assertEquals(1L, verified.rejections().get("not today"));
    }

    @Test
    void earlierStepsCountWithoutTheirAnnotations() {
        Injection late = LongStream.range(0, 50)
                .mapToObj(seed -> inject(BAKERY, ErrorType.CALCULATION, seed))
                .filter(injection -> injection.firstWrongStep() > 1)
                .findFirst()
                .orElseThrow();
        List<String> bare = late.solution().steps().stream()
                .map(step -> EquationReader.withoutAnnotations(step.text()))
                .toList();
        InjectionCheck check = InjectionCheck.with(new ProgramAnalyst());
        assertEquals(Optional.empty(), check.fault(BAKERY, changed(late, bare, Optional.empty())));
        List<String> other = new ArrayList<>(bare);
        other.set(0, "Somebody sells 2*2=4 rolls.");
        assertEquals(
                Optional.of("a step before the error is not the gold solution's"),
                check.fault(BAKERY, changed(late, other, Optional.empty())));
    }

    @Test
    void checksTellEachFault() {
        Injection sound = inject(BAKERY, ErrorType.CALCULATION, 4);
        InjectionCheck check = InjectionCheck.with(new ProgramAnalyst());
        assertEquals(Optional.empty(), check.fault(BAKERY, sound));
        assertEquals(
                Optional.of("the answer is right"), check.fault(BAKERY, changed(sound, List.of(), Optional.of("765"))));
        List<String> texts = new ArrayList<>(
                sound.solution().steps().stream().map(Step::text).toList());
        texts.set(texts.size() - 1, texts.get(texts.size() - 1) + " Oops.");
        assertEquals(
                Optional.of("the text gives the error away: 'oops'"),
                check.fault(BAKERY, changed(sound, texts, Optional.empty())));
    }

    private static Injection changed(Injection injection, List<String> texts, Optional<String> answer) {
        List<Step> steps = texts.isEmpty() ? injection.solution().steps() : StepSplitter.numbered(texts);
        return new Injection(
                injection.type(),
                new Solution(
                        steps,
                        answer.isPresent() ? answer : injection.solution().answer()),
                injection.firstWrongStep(),
                injection.explanation());
    }
}
