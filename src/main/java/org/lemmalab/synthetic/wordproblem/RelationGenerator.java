package org.lemmalab.synthetic.wordproblem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.lemmalab.synthetic.wordproblem.RelationGraph.Node;

/**
 * Relations: quantities that depend on each other, stated in random order.
 *
 * @param difficulty steps, numbers and quantities that do not matter
 * @param isReworded whether the statements are worded as training never has them
 */
record RelationGenerator(Difficulty difficulty, boolean isReworded) implements Generator {
    private static final List<String> THINGS = List.of(
            "owls", "maps", "figs", "cups", "pens", "keys", "hats", "bells", "coins", "drums", "eggs", "flags", "gems",
            "horns", "jars", "kites", "lamps", "mugs", "nails", "oars", "pots", "rings", "ships", "tents");

    @Override
    public Optional<Told> draw(Random random) {
        RelationGraph graph = new RelationGraph(difficulty, random);
        int steps = between(random, difficulty.leastSteps(), difficulty.mostSteps());
        int idle = between(random, difficulty.leastDistractors(), difficulty.mostDistractors());
        if (!graph.growNeeded(steps)) {
            return Optional.empty();
        }
        int asked = graph.nodes().size() - 1;
        boolean grown = graph.growIdle(idle) && graph.nodes().size() <= THINGS.size();
        return grown ? Optional.of(new Told(graph.nodes(), asked, isReworded)) : Optional.empty();
    }

    /**
     * Quantities without names.
     *
     * @param nodes the quantities
     * @param asked which is asked for; it and those before it are needed, the others are not
     * @param isReworded whether they are stated as training never has them
     */
    record Told(List<Node> nodes, int asked, boolean isReworded) implements Draft {
        @Override
        public String instance() {
            return RelationGenerator.instance(nodes);
        }

        @Override
        public WordProblem told(Random random) {
            List<String> things = new ArrayList<>(THINGS);
            Collections.shuffle(things, random);
            List<String> named = things.subList(0, nodes.size());
            List<Statement> statements = new ArrayList<>();
            for (Node node : nodes) {
                List<String> on = node.on().stream().map(named::get).toList();
                int wordings = node.relation().statements(isReworded).size();
                statements.add(new Statement(
                        named.get(statements.size()), node.relation(), on, node.number(), random.nextInt(wordings)));
            }
            return WordProblem.of(
                    question(statements, random),
                    plan(statements),
                    instance(),
                    named.stream().sorted().collect(Collectors.joining("|")),
                    random);
        }

        private String question(List<Statement> statements, Random random) {
            List<String> sentences = new ArrayList<>();
            statements.forEach(statement -> sentences.add(isReworded ? statement.reworded() : statement.said()));
            Collections.shuffle(sentences, random);
            sentences.add("How many " + statements.get(asked).name() + " are there?");
            return String.join("\n", sentences);
        }

        /** Each step a line that says how the quantity depends on the others, and a line that works it out. */
        private Plan plan(List<Statement> statements) {
            Map<Integer, Integer> places = new HashMap<>();
            List<PlannedStep> steps = new ArrayList<>();
            for (int i = 0; i <= asked; i++) {
                Node node = nodes.get(i);
                if (node.relation() == Relation.GIVEN) {
                    continue;
                }
                List<Term> terms = new ArrayList<>();
                node.on().forEach(on -> terms.add(term(nodes.get(on), places.get(on))));
                if (!node.relation().ofTwo()) {
                    terms.add(new Term.Given(node.number()));
                }
                Statement said = statements.get(i);
                places.put(i, steps.size());
                steps.add(new PlannedStep(
                        terms,
                        node.relation().operator(),
                        List.of(said.said() + "\n" + said.working(PlannedStep.EQUATION, PlannedStep.RESULT))));
            }
            return new Plan(steps);
        }
    }

    static int between(Random random, int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private static Term term(Node node, Integer place) {
        return node.relation() == Relation.GIVEN ? new Term.Given(node.value()) : new Term.Result(place);
    }

    private static String instance(List<Node> nodes) {
        return nodes.stream()
                .map(node -> node.relation() + " " + node.on() + " " + node.number())
                .collect(Collectors.joining("; ", "relations: ", ""));
    }
}
