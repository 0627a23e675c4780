package org.lemmalab.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.lemmalab.evaluation.trajectory.TrajectoryJudge;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Provenance;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.trajectory.RelationJudge;
import org.lemmalab.synthetic.wordproblem.Split;

/**
 * Errors in what a student reads before it is fine-tuned for anything (retry data, Ye et al. 2024, Physics of Language Models 2.2): students
 * of one training that part where the rate begins to fall are asked the same held-out relations problems. Every line that they write is
 * judged by execution.
 */
public final class RetryStudy {
    private static final long SEED = 4242;

    private RetryStudy() {}

    /**
     * How much is done.
     *
     * @param problems that each student is asked
     */
    public record Scale(int problems) {
        /** Some seconds on two cores. */
        public static final Scale QUICK = new Scale(60);

        /** A minute at most. */
        public static final Scale FULL = new Scale(1_000);
    }

    /**
     * @param students checkpoint folders; each goes by its folder's name
     * @param scale how much is done
     * @param progress is told after each student how many problems were put so far
     * @return what they wrote, by student
     * @throws LabException if there is no student, or two of one name
     */
    public static SelfCorrectionStudy.Result run(List<Path> students, Scale scale, LongConsumer progress) {
        if (students.isEmpty()) {
            throw new LabException("retry study: expected students, found none");
        }
        List<Problem> problems = SelfCorrectionStudy.problems(Split.TEST, scale.problems, SEED);
        TrajectoryJudge judge = RelationJudge.standard();
        Map<String, List<WrittenTrajectory>> written = new LinkedHashMap<>();
        Map<String, String> hashes = new TreeMap<>();
        for (Path student : students) {
            String name = student.getFileName().toString();
            if (hashes.put(name, Hashes.sha256(student.resolve("model.safetensors"))) != null) {
                throw new LabException("retry study: expected students of different names, found two called " + name);
            }
            written.put(name, SelfCorrectionStudy.written(student, problems, judge));
            progress.accept((long) written.size() * problems.size());
        }
        Map<String, String> settings = Map.of(
                "experiment", "retries",
                "scale", scale.toString(),
                "set", SelfCorrectionStudy.SET.title(),
                "students", String.join(", ", written.keySet()));
        return new SelfCorrectionStudy.Result("retries", written, Provenance.of(SEED, settings, hashes));
    }
}
