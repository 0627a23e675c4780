package org.lemmalab.llm.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.TextModel;
import org.lemmalab.pipeline.Usage;

/**
 * Counts what a model uses up, by stage and in sum, and keeps to a budget. Before a request is sent, the most that it may cost is
 * set aside: every byte of its prompt a token, every sample as long as allowed. A request that does not fit is not sent, so the
 * budget is never passed by answered requests; attempts that fail on the way may be billed by a provider all the same, unseen here.
 *
 * <pre>{@code
 * MeteredModel model = MeteredModel.over(endpoint, new Price(0.15, 0.6), OptionalDouble.of(5));
 * model.stage("sample").complete(…);
 * model.stages().forEach((stage, spending) -> …);
 * }</pre>
 */
public final class MeteredModel implements TextModel {
    private static final String NO_STAGE = "all";

    private final TextModel inner;
    private final Price price;
    private final Ledger ledger;
    private final String stage;

    private MeteredModel(TextModel inner, Price price, Ledger ledger, String stage) {
        this.inner = inner;
        this.price = price;
        this.ledger = ledger;
        this.stage = stage;
    }

    /**
     * @param inner the model, which this one takes over
     * @param price of its tokens
     * @param budget US dollars; empty for no limit
     * @return the counting model
     */
    public static MeteredModel over(TextModel inner, Price price, OptionalDouble budget) {
        if (budget.isPresent() && !(budget.getAsDouble() >= 0)) {
            throw new LabException("budget: expected US dollars of at least 0, found " + budget.getAsDouble());
        }
        return new MeteredModel(inner, price, new Ledger(budget), NO_STAGE);
    }

    /**
     * @param name of the stage that what follows counts for
     * @return this model, with the same budget and sum
     */
    public MeteredModel stage(String name) {
        return new MeteredModel(inner, price, ledger, name);
    }

    /**
     * @return what was used up, by stage
     */
    public Map<String, Spending> stages() {
        return ledger.stages();
    }

    /**
     * @return what was used up in all
     */
    public Spending total() {
        return ledger.total();
    }

    /**
     * @param reply a reply of this model
     * @return what it cost, in US dollars
     */
    public double dollars(Reply reply) {
        return spending(List.of(reply), 0).dollars();
    }

    @Override
    public String name() {
        return inner.name();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Where the budget ends within the list, the requests that were paid for have their replies and the others fail.
     *
     * @throws BudgetExceededException if not even the first request fits the budget
     */
    @Override
    public List<Reply> complete(List<CompletionRequest> requests, ProgressListener listener) {
        double most = requests.stream().mapToDouble(this::most).sum();
        try {
            reserve(most);
        } catch (BudgetExceededException e) {
            if (requests.size() <= 1) {
                throw e;
            }
            return oneByOne(requests, listener);
        }
        return paid(requests, listener, most);
    }

    /**
     * {@inheritDoc}
     *
     * @throws BudgetExceededException if reading the texts might cost more than the budget has left
     */
    @Override
    public List<Score> score(List<ScoreRequest> requests) {
        double most = requests.stream()
                .mapToDouble(request -> price.of(TokenEstimate.mostTokens(request), 0))
                .sum();
        reserve(most);
        long start = System.nanoTime();
        Spending spending = Spending.NONE;
        try {
            List<Score> scores = inner.score(requests);
            long read = scores.stream().mapToLong(Score::tokensRead).sum();
            spending = new Spending(requests.size(), 0, read, 0, seconds(start), price.of(read, 0));
            return scores;
        } finally {
            ledger.settle(stage, most, spending);
        }
    }

    @Override
    public void close() {
        inner.close();
    }

    private void reserve(double dollars) {
        try {
            ledger.reserve(dollars);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException(name() + ": interrupted");
        }
    }

    private List<Reply> paid(List<CompletionRequest> requests, ProgressListener listener, double most) {
        long start = System.nanoTime();
        Spending spending = Spending.NONE;
        try {
            List<Reply> replies = inner.complete(requests, listener);
            spending = spending(replies, seconds(start));
            return replies;
        } finally {
            ledger.settle(stage, most, spending);
        }
    }

    private List<Reply> oneByOne(List<CompletionRequest> requests, ProgressListener listener) {
        List<Reply> replies = new ArrayList<>();
        for (CompletionRequest request : requests) {
            try {
                replies.addAll(complete(List.of(request), listener));
            } catch (BudgetExceededException e) {
                if (replies.isEmpty()) {
                    throw e;
                }
                while (replies.size() < requests.size()) {
                    replies.add(new Reply.Failed(e.getMessage()));
                }
                return replies;
            }
        }
        return replies;
    }

    private double most(CompletionRequest request) {
        // Servers that draw one sample at a time read the prompt for each.
        long prompt =
                TokenEstimate.mostPromptTokens(request) * request.settings().samples();
        return price.of(prompt, TokenEstimate.mostCompletionTokens(request));
    }

    private Spending spending(List<Reply> replies, double seconds) {
        long answered = 0;
        Usage usage = Usage.NONE;
        for (Reply reply : replies) {
            if (reply instanceof Reply.Completed completed) {
                answered++;
                usage = usage.plus(price.usage(completed));
            }
        }
        return new Spending(
                answered,
                replies.size() - answered,
                usage.promptTokens(),
                usage.completionTokens(),
                seconds,
                usage.dollars());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
