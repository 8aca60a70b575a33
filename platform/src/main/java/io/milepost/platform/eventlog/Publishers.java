package io.milepost.platform.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Waits for the driver's publishers. Nothing of ours runs on the driver's threads but the collecting. */
final class Publishers {

    private Publishers() {}

    /** All that the publisher gives; its own exception when it fails. */
    static <T> List<T> all(Publisher<T> publisher) {
        try {
            return collect(publisher).get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CompletionException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EventLogUnavailableException("interrupted while waiting for the database", interrupted);
        }
    }

    static <T> CompletableFuture<List<T>> collect(Publisher<T> publisher) {
        var done = new CompletableFuture<List<T>>();
        publisher.subscribe(new Subscriber<T>() {
            private final List<T> items = new ArrayList<>();

            @Override
            public void onSubscribe(Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(T item) {
                items.add(item);
            }

            @Override
            public void onError(Throwable failure) {
                done.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                done.complete(items);
            }
        });
        return done;
    }
}
