package io.milepost.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class FairTurnsTest {
    private final List<String> begun = Collections.synchronizedList(new ArrayList<>());

    /** A request that is at work until it is told to end. */
    private final class Request {
        private final Sinks.One<Void> ending = Sinks.one();
        private final Disposable running;

        private Request(FairTurns turns, String caller) {
            running = turns.inTurn(caller, Mono.defer(() -> {
                        begun.add(caller);
                        return ending.asMono();
                    }))
                    .subscribe(_ -> {}, _ -> {});
        }

        private void end() {
            ending.tryEmitEmpty();
        }
    }

    private static FairTurns turns(int turns, Duration patience) {
        return new FairTurns(turns, 100, patience, Schedulers.parallel());
    }

    @Test
    @DisplayName("A caller with one request does not wait behind the hundred of another")
    void callers_are_served_in_turn() {
        var turns = turns(4, Duration.ofSeconds(30));
        var loud = new ArrayList<Request>();
        for (int i = 0; i < 50; i++) {
            loud.add(new Request(turns, "loud"));
        }
        assertThat(begun).as("three quarters").hasSize(3);
        new Request(turns, "quiet");
        assertThat(begun).as("there is one for the next caller").endsWith("quiet");

        new Request(turns, "quiet");
        new Request(turns, "third");
        assertThat(begun).as("all turns are taken").hasSize(4);
        loud.get(0).end();
        await().until(() -> begun.size() == 5);
        loud.get(1).end();
        await().until(() -> begun.size() == 6);
        loud.get(2).end();
        await().until(() -> begun.size() == 7);
        assertThat(begun.subList(4, 7)).containsExactlyInAnyOrder("loud", "quiet", "third");
    }

    @Test
    void whoever_waits_too_long_or_behind_too_many_of_its_own_is_turned_away() {
        var turns = new FairTurns(1, 1, Duration.ofMillis(50), Schedulers.parallel());
        var first = new Request(turns, "a");
        var second = turns.inTurn("a", Mono.empty()).toFuture();
        assertThatThrownBy(() -> turns.inTurn("a", Mono.empty()).block())
                .as("one waits already")
                .hasCauseInstanceOf(FairTurns.TooBusy.class);
        assertThatThrownBy(second::join).hasCauseInstanceOf(FairTurns.TooBusy.class);
        first.end();
        assertThat(turns.inTurn("a", Mono.empty()).blockOptional()).isEmpty();
        assertThat(turns.held()).isZero();
    }

    @Test
    void whoever_goes_away_while_it_waits_takes_nobodys_turn() {
        var turns = turns(1, Duration.ofSeconds(30));
        var first = new Request(turns, "a");
        var gone = new Request(turns, "b");
        new Request(turns, "c");
        gone.running.dispose();
        first.end();
        await().untilAsserted(() -> assertThat(begun).containsExactly("a", "c"));
    }

    @RepeatedTest(3)
    @DisplayName("Whatever requests do, never more are at work than may be, and in the end no turn is lost")
    void no_turn_is_lost() {
        var random = new Random(17);
        var turns = turns(8, Duration.ofMillis(40));
        var atWork = new AtomicInteger();
        var most = new AtomicInteger();
        var open = new ArrayList<Disposable>();
        for (int i = 0; i < 2_000; i++) {
            var work = Mono.<Void>defer(() -> {
                most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                return Mono.delay(Duration.ofMillis(random.nextInt(4)))
                        .then(
                                random.nextInt(10) == 0
                                        ? Mono.<Void>error(new IllegalStateException("fault"))
                                        : Mono.empty())
                        // Before the turn ends, and not after it as doFinally would.
                        .doOnTerminate(atWork::decrementAndGet)
                        .doOnCancel(atWork::decrementAndGet);
            });
            open.add(turns.inTurn("c" + random.nextInt(5), work).subscribe(_ -> {}, _ -> {}));
            if (random.nextInt(4) == 0) {
                open.get(random.nextInt(open.size())).dispose();
            }
            if (i % 50 == 0) {
                Mono.delay(Duration.ofMillis(2)).block();
            }
        }
        await().until(() -> turns.held() == 0);
        assertThat(most.get()).isBetween(2, 8);
        for (int i = 0; i < 6; i++) {
            new Request(turns, "last");
        }
        assertThat(begun).as("all turns are there again").hasSize(6);
    }
}
