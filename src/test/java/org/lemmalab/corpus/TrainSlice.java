package org.lemmalab.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lemmalab.corpus.recipe.RecipeContext;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.problem.Gsm8k;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ProgramTeacher;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.synthetic.rewriting.ProgramSolutionGenerator;

/** Problems of GSM8K's training set, from the folder that LEMMA_DATA names, and who works on them. */
public final class TrainSlice {
    private static List<Problem> all = List.of();

    private TrainSlice() {}

    /** Every so-manieth problem of the 7,473. */
    public static List<Problem> every(int step) {
        String folder = System.getenv("LEMMA_DATA");
        assumeTrue(folder != null, "LEMMA_DATA is not set: nothing is checked on GSM8K's training problems");
        List<Problem> problems = read(Path.of(folder, "gsm8k", "train.jsonl"));
        return IntStream.range(0, problems.size())
                .filter(i -> i % step == 0)
                .mapToObj(problems::get)
                .toList();
    }

    /** Read once: the file does not change. */
    private static synchronized List<Problem> read(Path file) {
        if (all.isEmpty()) {
            List<Problem> problems = new ArrayList<>();
            Gsm8k.read(file, problems::add, RejectedLines.refusing());
            all = List.copyOf(problems);
        }
        return all;
    }

    public static Teacher teacher() {
        return ProgramTeacher.standard();
    }

    public static RecipeContext staff(long seed, int perProblem) {
        return new RecipeContext(teacher(), new ProgramSolutionGenerator(), seed, perProblem);
    }
}
