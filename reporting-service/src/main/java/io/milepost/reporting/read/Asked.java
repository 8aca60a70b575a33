package io.milepost.reporting.read;

import tools.jackson.databind.node.ObjectNode;

/** What a report is asked about, read strictly from a request. Its days begin the answer. */
public interface Asked {
    void write(ObjectNode body);
}
