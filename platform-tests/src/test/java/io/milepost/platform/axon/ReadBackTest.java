package io.milepost.platform.axon;

import static io.milepost.platform.axon.ParcelService.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.command.CachedEntity;
import io.milepost.platform.command.Entity;
import io.milepost.platform.command.EntityCache;
import io.milepost.platform.command.EntityLimits;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.ReadBack;
import io.milepost.platform.command.Request.Timing;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.eventlog.Databases;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.json.AmountTooLargeException;
import io.milepost.platform.sealing.KeyFile;
import io.milepost.platform.sealing.PersonKeys;
import io.milepost.platform.sealing.Sealer;
import io.milepost.platform.value.Money;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A jar that takes what is poured into it, and planted faults in how its events are written, read, folded and shown. */
class ReadBackTest {

    record Jar(Money content, String label) {}

    sealed interface Command {}

    record MakeJar(Money amount) {}

    record FillJar(Money amount) implements Command {}

    record LabelJar(String label) implements Command {}

    sealed interface Event {}

    record JarFilled(Money content) implements Event {}

    record JarLabelled(Label label) implements Event {}

    /** Its second component is not written. */
    record JarStained(String stain, @JsonIgnore @Nullable String lost) implements Event {}

    /** Written at any length and read up to ten characters. */
    @JsonDeserialize(using = NarrowReader.class)
    record Label(String text) {}

    static final class NarrowReader extends StdDeserializer<Label> {
        NarrowReader() {
            super(Label.class);
        }

        @Override
        public Label deserialize(JsonParser parser, DeserializationContext context) {
            var text = context.readTree(parser).path("text").asString();
            return text.length() > 10 ? context.reportInputMismatch(this, "too long") : new Label(text);
        }
    }

    record View(String status, String label, Money content) {}

    private static final Decider<Jar, Command, Event> DECIDER = new Decider<>(
            (jar, command, occasion) -> switch (command) {
                case FillJar(var amount) ->
                    Decision.accepted(new JarFilled(jar.content().plus(amount)));
                case LabelJar(var label) ->
                    Decision.accepted(
                            label.startsWith("stain")
                                    ? new JarStained(label, label)
                                    : new JarLabelled(new Label(label)));
            },
            first -> new Jar(((JarFilled) first).content(), ""),
            (jar, event) -> switch (event) {
                case JarFilled(var content) -> new Jar(content, jar.label());
                case JarLabelled(var label) -> {
                    if (label.text().equals("unfoldable")) {
                        throw new IllegalStateException("planted");
                    }
                    yield new Jar(jar.content(), label.text());
                }
                case JarStained stained -> jar;
            });

    private static final Catalogue<Jar, Command, Event> CATALOGUE = Catalogue.of("jar", "jars", DECIDER)
            .creates(MakeJar.class, (make, _) -> Decision.accepted(new JarFilled(make.amount())), Role.SALES_REP)
            .command(FillJar.class, Role.SALES_REP)
            .command(LabelJar.class, Role.SALES_REP)
            .event(JarFilled.class, "jar.filled", 1)
            .event(JarLabelled.class, "jar.labelled", 1)
            .event(JarStained.class, "jar.stained", 1)
            .open()
            .view(View.class, jar -> {
                if (jar.label().equals("hidden")) {
                    throw new IllegalStateException("planted");
                }
                return new View("FILLED", jar.label(), jar.content());
            });

    private static Databases databases;

    @TempDir
    private Path folder;

    private final UUID id = UUID.randomUUID();
    private EventLog log;
    private Commands commands;
    private EventCodec codec;

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @BeforeEach
    void open() {
        log = EventLog.open(databases.fresh(), Clock.systemUTC(), new SimpleMeterRegistry());
        var keyFile = KeyFile.open(folder.resolve("keys"));
        var sealer = new Sealer(new PersonKeys(databases.fresh(), keyFile, Clock.systemUTC()), keyFile);
        codec = new EventCodec(sealer);
        commands = new Commands(
                List.of(CATALOGUE),
                log,
                codec,
                sealer,
                Clock.systemUTC(),
                ZoneOffset.UTC,
                new EntityCache(10, new SimpleMeterRegistry()),
                new EntityLimits(4, DataSize.ofKilobytes(1), DataSize.ofBytes(300)));
        assertThat(send("make", new MakeJar(Money.of("1.00", "USD")))).isInstanceOf(Outcome.Committed.class);
    }

    @AfterEach
    void close() {
        commands.close();
        log.close();
    }

    private Outcome send(String requestId, Record command) {
        return send(requestId, command, Timing.PRESENT, false);
    }

    private Outcome send(String requestId, Record command, Timing timing, boolean validateOnly) {
        return commands.dispatch(
                        ParcelService.request(id, requestId, command, requestId, null, timing, null, validateOnly))
                .join();
    }

    @Test
    void a_reader_narrower_than_its_writer_is_found_before_anything_is_stored() {
        assertUnreadable("jar.labelled.v1", new LabelJar("longer than ten"));
        assertThat(send("short", new LabelJar("short"))).isInstanceOf(Outcome.Committed.class);
    }

    @Test
    void what_is_lost_in_writing_is_found_before_anything_is_stored() {
        assertUnreadable("jar.stained.v1", new LabelJar("stained"));
    }

    @Test
    void an_event_that_cannot_be_folded_is_not_stored() {
        assertUnreadable("jar.labelled.v1", new LabelJar("unfoldable"));
    }

    @Test
    void a_state_that_cannot_be_shown_is_not_stored() {
        assertUnreadable("jar", new LabelJar("hidden"));
    }

    private void assertUnreadable(String named, LabelJar command) {
        long before = log.head();
        assertThatThrownBy(() -> send("bad", command))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(ReadBack.Failed.class)
                .hasMessage("%s cannot be read back as it was decided", named);
        assertThatThrownBy(() -> send("bad", command, Timing.PRESENT, true))
                .as("validating says the same")
                .hasCauseInstanceOf(ReadBack.Failed.class);
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void an_amount_that_is_computed_beyond_the_bound_is_refused_and_one_at_it_is_not() {
        var other = UUID.randomUUID();
        assertThat(fill(other, "over", Money.of("1000000000000000.00", "USD"), false))
                .isInstanceOfSatisfying(
                        Outcome.TooLarge.class,
                        refused -> assertThat(refused.what()).isEqualTo(Outcome.TooLarge.What.AMOUNT));
        assertThat(fill(other, "over", Money.of("1000000000000000.00", "USD"), true))
                .isInstanceOf(Outcome.TooLarge.class);
        assertThat(fill(other, "at", Money.of("999999999999999.99", "USD"), false))
                .isInstanceOf(Outcome.Committed.class);
    }

    private Outcome fill(UUID jar, String requestId, Money amount, boolean validateOnly) {
        return commands.dispatch(ParcelService.request(
                        jar, requestId, new MakeJar(amount), requestId, null, Timing.PRESENT, null, validateOnly))
                .join();
    }

    @Test
    void an_amount_that_was_stored_without_a_bound_can_be_put_right() {
        var poisoned = new Entity<>(id, new Jar(Money.of("1000000000000000.00", "USD"), ""), 1, NOW);
        List<Event> more = List.of(new JarFilled(Money.of("1000000000000000.00", "USD")));

        var read = ReadBack.of(CATALOGUE, poisoned, more, (event, mapper) -> mapper.writeValueAsBytes(event));

        assertThat(read.state()).isEqualTo(poisoned.state());
        var sound = new Entity<>(id, new Jar(Money.of("1.00", "USD"), ""), 1, NOW);
        assertThatThrownBy(
                        () -> ReadBack.of(CATALOGUE, sound, more, (event, mapper) -> mapper.writeValueAsBytes(event)))
                .isInstanceOf(AmountTooLargeException.class);
    }

    @Test
    void an_entity_has_as_many_events_as_allowed_and_what_has_happened_is_noted_all_the_same() {
        for (int i = 0; i < 3; i++) {
            assertThat(send("label" + i, new LabelJar("l" + i))).isInstanceOf(Outcome.Committed.class);
        }

        assertThat(send("fifth", new LabelJar("l5")))
                .isInstanceOfSatisfying(
                        Outcome.TooLarge.class,
                        refused -> assertThat(refused.what()).isEqualTo(Outcome.TooLarge.What.ENTITY));
        assertThat(send("fact", new LabelJar("l6"), Timing.FOLLOWING, false)).isInstanceOf(Outcome.Committed.class);
    }

    @Test
    @DisplayName("an entity's size is known from the log as well as from memory")
    void an_entity_that_is_read_anew_is_as_large_as_before() {
        var cold = CachedEntity.<Jar>nothing(id);
        var events = log.at(1).join().orElseThrow().events();

        var known = cold.with(CATALOGUE, codec, events, 1);

        assertThat(known.size())
                .isEqualTo(new CachedEntity.Size(1, events.getFirst().payload().length));
    }
}
