package io.milepost.platform.simulation;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One life of one process: what it does counts until it dies. */
public final class Instance {

    private final Schedule schedule;
    private final Weather weather;
    private final String name;
    private boolean dead;
    private boolean idle;

    Instance(Schedule schedule, Weather weather, String name) {
        this.schedule = schedule;
        this.weather = weather;
        this.name = name;
    }

    /** What a caller gets to know of a call that went wrong on the way. */
    interface Silence {
        /**
         * What to throw.
         *
         * @param applied whether the caller is told that it is done, though not as durably as it asked for
         */
        RuntimeException after(boolean applied);
    }

    /** A call of this instance to the outside, which may meet bad weather. */
    interface Call<T> {
        T apply();

        /** Only the first half of it. */
        default void half() {}
    }

    public Schedule schedule() {
        return schedule;
    }

    String name() {
        return name;
    }

    /** Whether its log has nothing to write. */
    boolean isIdle() {
        return idle;
    }

    public void setIdle(boolean nothingToDo) {
        idle = nothingToDo;
    }

    boolean isDead() {
        return dead;
    }

    /** Whether the broker hands over once more what was handed over. */
    boolean replays() {
        return weather.replays();
    }

    @Override
    public String toString() {
        return name;
    }

    void die() {
        dead = true;
    }

    /** Lets others run; does not return to the dead. */
    public void step() {
        schedule.step();
        alive();
    }

    /** Waits until it is so or the time is over. */
    public void await(BooleanSupplier ready, long nanos) {
        schedule.await(() -> dead || ready.getAsBoolean(), nanos);
        alive();
    }

    /** A thread of this process. */
    public Thread actor(String what, Runnable body) {
        return schedule.actor(name + "-" + what, body);
    }

    /** Does not return to the dead. */
    public void alive() {
        if (dead) {
            throw new Schedule.Died();
        }
    }

    <T> T ask(Supplier<String> what, Silence silence, Call<T> call) {
        step();
        var fault = weather.next(schedule.nanoTime());
        if (fault != Weather.Fault.NONE) {
            schedule.tell(() -> "%s: %s meets %s".formatted(name, what.get(), fault));
        }
        return switch (fault) {
            case NONE -> answered(what, call);
            case LOST_REQUEST, OUTAGE -> throw silence.after(false);
            case LOST_REPLY -> {
                quietly(call);
                step();
                throw silence.after(false);
            }
            case NOT_DURABLE -> {
                quietly(call);
                step();
                throw silence.after(true);
            }
            case LATE -> {
                schedule.later(() -> quietly(call));
                step();
                throw silence.after(false);
            }
            case HALF -> {
                call.half();
                step();
                throw silence.after(false);
            }
            case SLEEP -> {
                await(() -> false, TimeUnit.SECONDS.toNanos(schedule.random().nextInt(1, 16)));
                yield answered(what, call);
            }
            case DEATH_BEFORE -> throw died();
            case DEATH_AFTER -> {
                switch (schedule.random().nextInt(3)) {
                    case 0 -> call.half();
                    case 1 -> schedule.later(() -> quietly(call));
                    default -> quietly(call);
                }
                throw died();
            }
        };
    }

    private <T> T answered(Supplier<String> what, Call<T> call) {
        try {
            var answer = call.apply();
            schedule.tell(() -> "%s: %s".formatted(name, what.get()));
            return answer;
        } catch (RuntimeException refused) {
            schedule.tell(() -> "%s: %s is refused: %s".formatted(name, what.get(), refused.getMessage()));
            throw refused;
        } finally {
            step();
        }
    }

    private Schedule.Died died() {
        dead = true;
        return new Schedule.Died();
    }

    private static void quietly(Call<?> call) {
        try {
            var _ = call.apply();
        } catch (RuntimeException nobodyHears) {
            // The caller is told something else, or nothing.
        }
    }
}
