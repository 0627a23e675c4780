package org.lemmalab.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.lemmalab.corpus.recipe.Recipe;
import org.lemmalab.corpus.recipe.Recipes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lab corpus list}: the recipes. */
@Command(
        name = "list",
        description = "The recipes, what they make, and what they need.",
        mixinStandardHelpOptions = true)
final class CorpusListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        TextTable table = new TextTable("recipe", "in the paper", "needs", "makes");
        for (Recipe recipe : Recipes.all()) {
            String needs = recipe.needs().stream()
                    .map(need -> "--" + need.name().toLowerCase(Locale.ROOT))
                    .sorted()
                    .collect(Collectors.joining(" "));
            table.add(recipe.name(), recipe.title(), needs, recipe.description());
        }
        PrintWriter console = spec.commandLine().getOut();
        table.lines().forEach(console::println);
        console.flush();
        return 0;
    }
}
