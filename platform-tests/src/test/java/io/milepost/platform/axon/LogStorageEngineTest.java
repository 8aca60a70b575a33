package io.milepost.platform.axon;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.eventlog.Databases;
import io.milepost.platform.eventlog.EventLog;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.StorageEngineTestSuite;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.junit.jupiter.api.AfterAll;

/** Axon's own conformance suite for storage engines. */
class LogStorageEngineTest extends StorageEngineTestSuite<LogStorageEngine> {

    private static final Databases DATABASES = new Databases();
    private static final EventLog LOG = EventLog.open(DATABASES.fresh(), Clock.systemUTC(), new SimpleMeterRegistry());

    @AfterAll
    static void stop() {
        LOG.close();
        DATABASES.close();
    }

    @Override
    protected LogStorageEngine buildStorageEngine() {
        return new LogStorageEngine(LOG);
    }

    @Override
    protected ProcessingContext processingContext() {
        return new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE)
                .create()
                .executeWithResult(CompletableFuture::completedFuture)
                .join();
    }
}
