package org.lemmalab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.BatchingModel;
import org.lemmalab.llm.TextModel;
import org.lemmalab.llm.endpoint.EndpointModel;
import org.lemmalab.llm.endpoint.EndpointSettings;
import org.lemmalab.llm.endpoint.RequestLimits;
import org.lemmalab.llm.meter.Price;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.mistake.InjectionCheck;
import org.lemmalab.mistake.Injector;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.mistake.VerifiedInjector;
import org.lemmalab.mistake.prompted.PromptedSettings;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.LinkChooser;
import org.lemmalab.reflection.ProgramTeacher;
import org.lemmalab.reflection.PromptedTeacher;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.reflection.build.TripletComponents;
import org.lemmalab.reflection.build.TripletConfig;
import org.lemmalab.transformer.LocalModel;

/** Opens the models that a triplet configuration names; closing it closes them. */
final class TripletComponentsFactory implements AutoCloseable {
    private static final int TOGETHER = 256;

    private final TripletConfig config;
    private final Path base;
    private final Deque<TextModel> open = new ArrayDeque<>();

    /** @param base what the configuration's paths are relative to */
    TripletComponentsFactory(TripletConfig config, Path base) {
        this.config = config;
        this.base = base;
    }

    /** @param student the name of the student whose attempts are used; {@code none} where there are none */
    TripletComponents staff(String student) {
        Teacher teacher = teacher(config.teacher());
        Injector injector = config.errors().verify()
                ? new VerifiedInjector(teacher, InjectionCheck.with(new ProgramAnalyst()), VerifiedInjector.ATTEMPTS)
                : teacher;
        return new TripletComponents(teacher, injector, connection(teacher), student);
    }

    /** Calls at a time: as many as the models take. */
    Optional<Integer> workers() {
        TripletConfig.Who who = config.teacher();
        return switch (who.kind()) {
            case "endpoint" -> Optional.of(who.concurrency());
            case "checkpoint" -> Optional.of(TOGETHER);
            default ->
                config.connection().student().kind().equals("checkpoint") ? Optional.of(TOGETHER) : Optional.empty();
        };
    }

    private Teacher teacher(TripletConfig.Who who) {
        return who.kind().equals("program")
                ? ProgramTeacher.standard()
                : PromptedTeacher.over(
                        model(who),
                        Price.FREE,
                        PromptedSettings.STANDARD.withAnalyses(who.analyses()).withSeed(config.seed()));
    }

    private Connection connection(Teacher teacher) {
        TripletConfig.Link link = config.connection();
        return ConnectionStyle.ofLabel(link.style()).connection(teacher, () -> chooser(link));
    }

    private LinkChooser chooser(TripletConfig.Link link) {
        PromptTemplate prompt = prompt(link.prompt());
        return new LinkChooser(
                model(link.student()), question -> prompt.fill(Map.of("question", question)), link.candidates());
    }

    private PromptTemplate prompt(String name) {
        Path file = base.resolve(name);
        return Files.isRegularFile(file) ? PromptTemplate.read(file) : PromptTemplate.bundled(name);
    }

    private TextModel model(TripletConfig.Who who) {
        TextModel model = switch (who.kind()) {
            case "checkpoint" -> new BatchingModel(LocalModel.open(base.resolve(who.place())), TOGETHER);
            case "endpoint" -> EndpointModel.open(endpoint(who));
            default ->
                throw new LabException("teacher: expected kind program, checkpoint or endpoint, found " + who.kind());
        };
        open.push(model);
        return model;
    }

    private static EndpointSettings endpoint(TripletConfig.Who who) {
        EndpointSettings settings = EndpointSettings.chat(who.place(), who.model())
                .with(RequestLimits.STANDARD.withConcurrency(who.concurrency()));
        return who.keyVariable().isBlank() ? settings : settings.withKeyVariable(who.keyVariable());
    }

    @Override
    public void close() {
        open.forEach(TextModel::close);
    }
}
