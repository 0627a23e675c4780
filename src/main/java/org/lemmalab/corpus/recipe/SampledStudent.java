package org.lemmalab.corpus.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lemmalab.corpus.PromptForm;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Seeds;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.TextModel;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Attempt;
import org.lemmalab.solution.StepSplitter;

/**
 * A model as a student: its attempts at problems (paper Sec. 3.3).
 *
 * @param model who is asked; stays the caller's to close
 * @param form how it is asked
 * @param settings how it is drawn, and how many attempts at a problem; each problem has a seed of its own that depends on this one
 */
public record SampledStudent(TextModel model, PromptForm form, SamplingSettings settings) {
    /** Endpoints take seeds of 31 bits. */
    private static final long SEED_BITS = 0x7FFFFFFFL;

    /** Checks that nothing is missing. */
    public SampledStudent {
        if (model == null || form == null || settings == null) {
            throw new LabException("student: expected a model, a prompt form and settings, found one missing");
        }
    }

    /**
     * @param attempts in the order of the problems
     * @param failures reason by problem, where the model gave no reply
     */
    public record Sampled(List<Attempt> attempts, Map<String, String> failures) {
        /** Copies both. */
        public Sampled {
            attempts = List.copyOf(attempts);
            failures = new TreeMap<>(failures);
        }
    }

    /**
     * @param problems what is to be solved
     * @param listener is told how far it has come
     * @return the attempts, and the problems that got no reply
     */
    public Sampled attempts(List<Problem> problems, ProgressListener listener) {
        List<CompletionRequest> requests = problems.stream().map(this::request).toList();
        List<Reply> replies = model.complete(requests, listener);
        List<Attempt> attempts = new ArrayList<>();
        Map<String, String> failures = new TreeMap<>();
        for (int i = 0; i < problems.size(); i++) {
            if (replies.get(i) instanceof Reply.Failed failed) {
                failures.put(problems.get(i).id(), failed.reason());
            } else {
                add(problems.get(i), replies.get(i).completions(), attempts);
            }
        }
        return new Sampled(attempts, failures);
    }

    private CompletionRequest request(Problem problem) {
        long seed = Seeds.derive(settings.seed(), "student", problem.id()) & SEED_BITS;
        return new CompletionRequest(form.prompt(problem.question()), settings.withSeed(seed));
    }

    private void add(Problem problem, List<Completion> completions, List<Attempt> attempts) {
        int number = 0;
        for (Completion completion : completions) {
            String id = problem.id() + "/" + model.name() + "/" + ++number;
            attempts.add(new Attempt(
                    id, problem.id(), model.name(), StepSplitter.split(completion.text()), Optional.empty()));
        }
    }
}
