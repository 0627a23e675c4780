package org.lemmalab.llm.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.UnusableModelException;

/** Whether a server scores texts, as far as it is known. A server that does not is found out once and not asked again. */
final class EndpointScoring {
    static final String NOT_OFFERED = "this server does not score texts: ";

    private final EndpointSettings settings;
    private volatile Optional<String> refusal = Optional.empty();

    EndpointScoring(EndpointSettings settings) {
        this.settings = settings;
    }

    /** The calls for some texts; refused where it is known that they make no sense. */
    List<Call<Score>> calls(List<ScoreRequest> requests) {
        if (settings.dialect().api() == Api.CHAT) {
            throw new UnusableModelException(settings.model()
                    + ": texts are scored through plain completions only; expected that dialect, found chat");
        }
        refusal.ifPresent(reason -> {
            throw new UnusableModelException(reason);
        });
        return requests.stream().map(request -> Call.score(settings, request)).toList();
    }

    /** Remembers a refusal that holds for every text. */
    LabException remembered(UnusableModelException e) {
        if (e.getMessage().contains(NOT_OFFERED)) {
            refusal = Optional.of(e.getMessage());
        }
        return e;
    }

    /** The scores, or why the first that failed did. */
    List<Score> scores(List<Outcome<Score>> outcomes) {
        return IntStream.range(0, outcomes.size())
                .mapToObj(i -> score(outcomes.get(i), i + 1, outcomes.size()))
                .toList();
    }

    private Score score(Outcome<Score> outcome, int number, int count) {
        if (outcome instanceof Outcome.Done<Score> done) {
            return done.value();
        }
        String reason = ((Outcome.Refused<Score>) outcome).reason();
        if (reason.startsWith("status 4") && (reason.contains("echo") || reason.contains("logprobs"))) {
            throw remembered(new UnusableModelException(settings.model() + ": " + NOT_OFFERED + reason));
        }
        throw new LabException(settings.model() + ": score request " + number + " of " + count + ": " + reason);
    }
}
