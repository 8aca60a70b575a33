package io.milepost.platform.simulation;

import io.milepost.platform.eventlog.EventLogUnavailableException;
import java.time.Duration;
import java.util.List;

/** Follows the log from its beginning through whichever instance is up, and must never miss, skip or repeat anything (I2, I7). */
final class Reader {

    private final List<Writer> writers;
    private final Schedule schedule;
    private final Tellings tellings;
    private long position;

    Reader(Schedule schedule, List<Writer> writers, Tellings tellings) {
        this.schedule = schedule;
        this.writers = writers;
        this.tellings = tellings;
        schedule.actor("reader", this::read).start();
    }

    long position() {
        return position;
    }

    private void read() {
        while (true) {
            var up = writers.get(schedule.random().nextInt(writers.size())).awaitUp();
            if (up.isPresent()) {
                follow(up.get());
            }
        }
    }

    private void follow(Writer.Life life) {
        try (var tail = life.log().tail(position)) {
            while (!life.instance().isDead()) {
                for (var commit : tail.next(schedule.random().nextInt(1, 4), Duration.ofSeconds(1))) {
                    if (commit.first() != position + 1) {
                        tellings.wrong("I2: after position %d came %d".formatted(position, commit.first()));
                    }
                    commit.events().forEach(tellings::read);
                    position = commit.last();
                    long reached = position;
                    schedule.tell(() -> "read up to " + reached);
                }
            }
        } catch (EventLogUnavailableException unreachable) {
            schedule.pause(500);
        } catch (InterruptedException nobodyDoesThat) {
            throw new IllegalStateException(nobodyDoesThat);
        } catch (Schedule.Died died) {
            if (!life.instance().isDead()) {
                throw died;
            }
        }
    }
}
