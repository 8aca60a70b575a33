package io.milepost.client;

import tools.jackson.databind.JsonNode;

/** Anything but 2xx; the problem has a stable {@code code} and a {@code detail} for people. */
public final class Refused extends RuntimeException {
    private final int status;
    private final transient JsonNode problem;

    Refused(String request, int status, JsonNode problem) {
        super(request + ": " + status + " " + problem);
        this.status = status;
        this.problem = problem;
    }

    public int status() {
        return status;
    }

    public JsonNode problem() {
        return problem;
    }

    /** The reason, such as {@code LEAD_NOT_QUALIFIED}; empty where the answer has none. */
    public String code() {
        return problem.path("code").asString("");
    }
}
