package io.milepost.reporting.read.generations;

import tools.jackson.databind.node.ObjectNode;

/** A projection that is kept elsewhere and listed with the others. */
@FunctionalInterface
public interface OtherProjection {

    /** How it stands, as it is listed. */
    ObjectNode standing();
}
