package org.lemmalab.pipeline;

import com.fasterxml.jackson.databind.JsonNode;

/** A stage put together from functions. */
record FunctionStage<I, O>(
        StageIdentity identity, Stage.Reader<I> reader, Stage.Naming<I> naming, Stage.Function<I, O> function)
        implements Stage<I, O> {
    @Override
    public I read(JsonNode line) {
        return reader.read(line);
    }

    @Override
    public String id(I input) {
        return naming.id(input);
    }

    @Override
    public Result<O> apply(I input) throws Exception {
        return function.apply(input);
    }
}
