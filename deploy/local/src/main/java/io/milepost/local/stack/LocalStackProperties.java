package io.milepost.local.stack;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the local stack listens and keeps its data. The issuer's port is {@code server.port}.
 *
 * @param data the folder of all data, kept between starts
 * @param databasePort the MongoDB protocol
 * @param brokerPort Kafka
 * @param controllerPort Kafka's controller
 * @param martPort PostgreSQL; without it no server of our own is started
 */
@ConfigurationProperties("milepost.local")
record LocalStackProperties(Path data, int databasePort, int brokerPort, int controllerPort, int martPort) {

    /** Where the PostgreSQL server keeps all that is its own. */
    Path mart() {
        return data.resolve("mart");
    }
}
