package org.lemmalab.llm.meter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * Prices by model name, from a JSON file: {@code {"gpt-4o-mini": {"prompt": 0.15, "completion": 0.6}}}, US dollars for a million
 * tokens. None ship with the toolkit, since they change.
 *
 * @param prices by model name
 */
public record PriceTable(Map<String, Price> prices) {
    /** Sorts a copy. */
    public PriceTable {
        prices = Collections.unmodifiableMap(new TreeMap<>(prices));
    }

    /**
     * @param file a price table
     * @return the table
     * @throws LabException if it cannot be read, naming the model whose price is wrong
     */
    public static PriceTable read(Path file) {
        try {
            JsonNode json = Json.parse(Files.readString(file));
            if (!json.isObject()) {
                throw new LabException("expected an object of model names, found other JSON");
            }
            Map<String, Price> prices = new TreeMap<>();
            json.properties().forEach(entry -> prices.put(entry.getKey(), price(entry.getKey(), entry.getValue())));
            return new PriceTable(prices);
        } catch (IOException e) {
            throw new LabException(file + ": the price table cannot be read: " + e, e);
        } catch (LabException e) {
            throw new LabException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * @param model a model's name
     * @return its price
     * @throws LabException if the table has none
     */
    public Price price(String model) {
        Price price = prices.get(model);
        if (price == null) {
            throw new LabException("price table: expected a price for '" + model + "', found only " + prices.keySet());
        }
        return price;
    }

    private static Price price(String model, JsonNode json) {
        if (!json.path("prompt").isNumber() || !json.path("completion").isNumber()) {
            throw new LabException("model '" + model + "': expected numbers 'prompt' and 'completion', found " + json);
        }
        return new Price(
                json.get("prompt").doubleValue(), json.get("completion").doubleValue());
    }
}
