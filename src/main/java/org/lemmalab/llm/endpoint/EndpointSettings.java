package org.lemmalab.llm.endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.lemmalab.io.LabException;

/**
 * Where and how a served model is reached. Safe to be written to records: it holds the name of the variable with the key, never
 * the key.
 *
 * @param baseUrls servers of the same model, each up to and with its version, for example {@code http://localhost:8000/v1}
 * @param model the model's name there
 * @param dialect which interface, and how it is spoken
 * @param keyVariable name of the environment variable that holds the key; empty where none is needed
 * @param limits rates, time and size
 * @param retries when a failed attempt is made again
 */
public record EndpointSettings(
        List<URI> baseUrls,
        String model,
        Dialect dialect,
        Optional<String> keyVariable,
        RequestLimits limits,
        RetryPolicy retries) {

    /** Checks addresses and names. */
    public EndpointSettings {
        baseUrls = List.copyOf(baseUrls);
        if (baseUrls.isEmpty()) {
            throw new LabException("endpoint: expected at least one base URL, found none");
        }
        baseUrls.forEach(EndpointSettings::check);
        if (model == null || model.isBlank()) {
            throw new LabException("endpoint: expected a model name, found none");
        }
        if (keyVariable.isPresent() && !keyVariable.get().matches("[A-Za-z_][A-Za-z0-9_]{0,99}")) {
            // Not shown: it may be the key itself, put here by mistake.
            throw new LabException(
                    "endpoint: expected the NAME of an environment variable for the key, found other text");
        }
    }

    /**
     * @param baseUrl the server
     * @param model the model's name there
     * @return chat, without a key, with standard limits and retries
     */
    public static EndpointSettings chat(String baseUrl, String model) {
        return new EndpointSettings(
                List.of(url(baseUrl)),
                model,
                Dialect.CHAT,
                Optional.empty(),
                RequestLimits.STANDARD,
                RetryPolicy.STANDARD);
    }

    /**
     * @param urls servers of the same model
     * @return these settings with them
     */
    public EndpointSettings withBaseUrls(List<String> urls) {
        List<URI> addresses = urls.stream().map(EndpointSettings::url).toList();
        return new EndpointSettings(addresses, model, dialect, keyVariable, limits, retries);
    }

    /**
     * @param value which interface, and how it is spoken
     * @return these settings with it
     */
    public EndpointSettings with(Dialect value) {
        return new EndpointSettings(baseUrls, model, value, keyVariable, limits, retries);
    }

    /**
     * @param variable name of the environment variable that holds the key
     * @return these settings with it
     */
    public EndpointSettings withKeyVariable(String variable) {
        return new EndpointSettings(baseUrls, model, dialect, Optional.of(variable), limits, retries);
    }

    /**
     * @param value rates, time and size
     * @return these settings with them
     */
    public EndpointSettings with(RequestLimits value) {
        return new EndpointSettings(baseUrls, model, dialect, keyVariable, value, retries);
    }

    /**
     * @param value when a failed attempt is made again
     * @return these settings with it
     */
    public EndpointSettings with(RetryPolicy value) {
        return new EndpointSettings(baseUrls, model, dialect, keyVariable, limits, value);
    }

    private static URI url(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new LabException("endpoint: expected a base URL such as http://localhost:8000/v1, found other text");
        }
    }

    private static void check(URI url) {
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new LabException("endpoint: expected a base URL such as http://localhost:8000/v1, found other text");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new LabException("endpoint: expected a base URL without user, query and fragment at " + url.getHost()
                    + "; keys come from the environment");
        }
    }
}
