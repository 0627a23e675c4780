package org.lemmalab.notebook;

import java.util.Optional;
import org.lemmalab.llm.Progress;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.pipeline.TaskProgress;
import org.lemmalab.pipeline.Usage;

/** A model's progress with its completions, told as that of a task. */
final class CompletionProgress implements ProgressListener {
    private final String task;
    private final org.lemmalab.pipeline.ProgressListener listener;
    private Optional<TaskProgress> open = Optional.empty();

    CompletionProgress(String task, org.lemmalab.pipeline.ProgressListener listener) {
        this.task = task;
        this.listener = listener;
    }

    @Override
    public synchronized void onProgress(Progress progress) {
        TaskProgress progressing = open.orElseGet(() -> TaskProgress.of(task, progress.total(), listener));
        open = Optional.of(progressing);
        progressing.at(progress.completed(), 0, new Usage(0, progress.tokens(), 0));
        if (progress.completed() >= progress.total()) {
            progressing.close();
            open = Optional.empty();
        }
    }
}
