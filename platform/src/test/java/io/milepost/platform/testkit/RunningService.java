package io.milepost.platform.testkit;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoClient;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.relay.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/** A whole service against the parts of this JVM, as its main method starts it, on a free port. */
public final class RunningService implements AutoCloseable {
    private final Class<?> application;
    private final String service;
    private final List<? extends Catalogue<?, ?, ?>> catalogues;
    private final SuiteParts parts = SuiteParts.shared();
    private ConfigurableApplicationContext context;
    private SuiteClient client;

    private RunningService(Class<?> application, String service, List<? extends Catalogue<?, ?, ?>> catalogues) {
        this.application = application;
        this.service = service;
        this.catalogues = catalogues;
        this.context = SpringApplication.run(application, parts.arguments(service));
        this.client = newClient();
    }

    public static RunningService start(
            Class<?> application, String service, List<? extends Catalogue<?, ?, ?>> catalogues) {
        return new RunningService(application, service, catalogues);
    }

    public SuiteClient client() {
        return client;
    }

    public long head() {
        return context.getBean(EventLog.class).head();
    }

    /**
     * The head once the automations of this service have had everything that it has said itself: what follows by itself has followed.
     * For a service that listens to its own topic.
     */
    public long settledHead() {
        await().atMost(Duration.ofSeconds(30)).until(() -> head() == reached());
        return head();
    }

    private long reached() {
        var group = "^%s-service\\.%s/".formatted(service, service);
        var latest = Mono.from(context.getBean(MongoClient.class)
                        .getDatabase(service)
                        .getCollection("inbox_positions")
                        .find(Filters.regex("_id", group))
                        .sort(Sorts.descending("position"))
                        .first())
                .block(Duration.ofSeconds(10));
        return latest == null ? 0 : latest.getLong("position");
    }

    /** Every stored payload as text. */
    public List<String> stored() {
        return context.getBean(EventLog.class).read(0, 1_000_000).join().stream()
                .flatMap(commit -> commit.events().stream())
                .map(event -> new String(event.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    /** What another service says, or what this one has said. */
    public Topics topics(String source) {
        return new Topics(parts.bootstrapServers(), source);
    }

    /** Stops and starts again on the same store and topics. */
    public void restart() {
        close();
        context = SpringApplication.run(application, parts.arguments(service));
        client = newClient();
    }

    private SuiteClient newClient() {
        var port =
                ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();
        return new SuiteClient(URI.create("http://127.0.0.1:" + port), parts.issuer(), catalogues);
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
