package io.milepost.suite.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.suite.check.Told.Verdict.Acknowledged;
import io.milepost.suite.check.Told.Verdict.Refused;
import io.milepost.suite.check.Told.Verdict.Unchanged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A check that has never caught anything proves nothing: each fault is planted, and must be named. */
class PlantedFaultsTest {

    private static final SoundLog SOUND = new SoundLog()
            .commit("r1", "a", "opportunity.identified", "{\"expectedValue\":{\"amount\":\"10.10\"},\"leadId\":\"l\"}")
            .commit("r2", "b", "opportunity.identified", "{\"expectedValue\":{\"amount\":\"5.05\"}}")
            .commit("r3", "a", "opportunity.qualified", "{}", "{\"note\":\"twice as sure\"}")
            .commit("r4", "c", "opportunity.identified", "{}")
            .commit("r5", "a", "opportunity.won", "{\"contractId\":\"k\",\"value\":{\"amount\":\"20.20\"}}");

    private static final List<Told> TOLD = List.of(
            told("r1", "a", new Acknowledged(List.of(1L))),
            told("r3", "a", new Acknowledged(List.of(3L, 4L))),
            told("r9", "a", new Refused("ALREADY_QUALIFIED")),
            told("r8", "a", new Unchanged()),
            told("r5", "a", new Acknowledged(List.of(6L))));

    @Test
    void a_sound_log_with_its_answers_and_its_topic_has_no_fault() {
        assertThat(LogAudit.ofLog(SOUND.commits())).isEmpty();
        assertThat(LogAudit.ofAnswers("opportunity", SOUND.commits(), TOLD)).isEmpty();
        assertThat(TopicAudit.faults(SOUND.commits(), SOUND.published())).isEmpty();
        assertThat(EffectAudit.faults(soundSuite())).isEmpty();
        assertThat(ReportAudit.faults(soundSuite(), reports())).isEmpty();
    }

    @Test
    void an_acknowledged_commit_that_is_lost_is_caught() {
        var commits = planted(log -> log.removeLast());
        assertThat(LogAudit.ofLog(commits)).isEmpty();
        assertThat(LogAudit.ofAnswers("opportunity", commits, TOLD))
                .containsExactly("r5 was acknowledged at [6] and stands at []");
    }

    @Test
    void an_answer_that_names_other_positions_than_the_log_is_caught() {
        var answers = List.of(told("r1", "a", new Acknowledged(List.of(2L))));
        assertThat(LogAudit.ofAnswers("opportunity", SOUND.commits(), answers))
                .containsExactly("r1 was acknowledged at [2] and stands at [1]");
        assertThat(LogAudit.ofAnswers("lead", SOUND.commits(), answers)).isEmpty();
    }

    @Test
    void a_request_that_is_stored_twice_is_caught() {
        var twice = new SoundLog()
                .commit("r1", "a", "lead.captured", "{}")
                .commit("r1", "a", "lead.captured", "{}")
                .commits();
        assertThat(LogAudit.ofLog(twice)).containsExactly("request r1 is stored twice, again at 2");
    }

    @Test
    void a_hole_is_caught_and_so_is_what_it_does_to_the_chain() {
        assertThat(LogAudit.ofLog(planted(log -> log.remove(1))))
                .containsExactly("a hole: positions 3 to 4 with 2 events follow position 1", "the chain breaks at 3");
    }

    @Test
    void a_flipped_byte_is_caught_in_the_log_and_on_its_way_to_the_topic() {
        var commits = planted(log -> log.get(1).events().getFirst().payload()[3] ^= 1);
        assertThat(LogAudit.ofLog(commits)).containsExactly("the chain breaks at 2");
        assertThat(TopicAudit.faults(commits, SOUND.published()))
                .containsExactly("position 2 is published as something else");
    }

    @Test
    void a_swap_of_two_hashes_is_caught() {
        var commits = planted(log -> {
            var one = log.get(2);
            log.set(2, SoundLog.withHash(one, log.get(3).hash()));
        });
        assertThat(LogAudit.ofLog(commits)).contains("the chain breaks at 3", "the chain breaks at 5");
    }

    @Test
    void a_refused_request_that_was_stored_is_caught_unless_it_is_the_record_of_its_refusal() {
        var refused = List.of(told("r4", "c", new Refused("DUPLICATE")));
        assertThat(LogAudit.ofAnswers("opportunity", SOUND.commits(), refused))
                .containsExactly("r4 was refused with DUPLICATE and stands at [5]");
        var recorded = SOUND.commits().stream()
                .map(commit -> new Commit(
                        commit.first(),
                        commit.last(),
                        commit.requestId(),
                        commit.requestHash(),
                        commit.writer(),
                        commit.hash(),
                        commit.tags(),
                        commit.events().stream()
                                .map(event -> new Event(
                                        event.position(),
                                        event.id(),
                                        event.name(),
                                        event.version(),
                                        event.recordedAt(),
                                        event.effectiveAt(),
                                        event.payload(),
                                        Map.of("refused", "DUPLICATE"),
                                        event.tags()))
                                .toList()))
                .toList();
        assertThat(LogAudit.ofAnswers("opportunity", recorded, refused)).isEmpty();
        assertThat(LogAudit.ofAnswers("opportunity", SOUND.commits(), List.of(told("r4", "c", new Unchanged()))))
                .containsExactly("r4 changed nothing and stands at [5]");
    }

    @Test
    void answers_of_one_entity_that_go_back_are_caught() {
        var answers = List.of(TOLD.get(1), TOLD.get(0));
        assertThat(LogAudit.ofAnswers("opportunity", SOUND.commits(), answers))
                .containsExactly("r1 of a was acknowledged at [1] after 4");
    }

    @Test
    void an_event_that_is_published_twice_or_not_at_all_is_caught() {
        var topic = new ArrayList<>(SOUND.published());
        var lost = topic.removeFirst();
        assertThat(TopicAudit.faults(SOUND.commits(), topic))
                .containsExactly("position %d is not published".formatted(lost.sequence()));
        var twice = Stream.concat(SOUND.published().stream(), Stream.of(lost)).toList();
        assertThat(TopicAudit.faults(SOUND.commits(), twice))
                .contains("position %d is published twice, again at %d-%d"
                        .formatted(lost.sequence(), lost.partition(), lost.offset()));
        assertThat(TopicAudit.faults(planted(log -> log.removeLast()), SOUND.published()))
                .singleElement()
                .asString()
                .startsWith("position 6 is published at ")
                .endsWith("and not in the log");
    }

    @Test
    void a_key_out_of_order_or_in_two_partitions_is_caught() {
        var ofA = SOUND.published().stream()
                .filter(sent -> sent.key().equals("a"))
                .toList();
        var others = SOUND.published().stream().filter(sent -> !sent.key().equals("a"));
        var turned = Stream.concat(others, ofA.reversed().stream()).toList();
        assertThat(TopicAudit.faults(SOUND.commits(), turned)).contains("key a goes back from position 6 to 4");

        var last = ofA.getLast();
        var moved = SOUND.published().stream()
                .map(sent -> sent.sequence() == last.sequence()
                        ? new Published(9, 0, sent.key(), sent.sequence(), sent.eventId(), sent.value())
                        : sent)
                .toList();
        assertThat(TopicAudit.faults(SOUND.commits(), moved))
                .containsExactly("key a stands in partitions %d and 9".formatted(last.partition()));
    }

    @Test
    void an_effect_that_is_missing_doubled_or_without_cause_is_caught() {
        var logs = soundSuite();
        assertThat(EffectAudit.faults(with(logs, "delivery", List.of())))
                .containsExactly("handovers of signed contracts: k has 1 causes and 0 effects");
        var twice = new SoundLog()
                .commit("d1", "k", "handover.initiated", "{}")
                .commit("d2", "k", "handover.initiated", "{}")
                .commits();
        assertThat(EffectAudit.faults(with(logs, "delivery", twice)))
                .containsExactly("handovers of signed contracts: k has 1 causes and 2 effects");
        assertThat(EffectAudit.faults(with(logs, "contract", List.of())))
                .containsExactly(
                        "won opportunities: a has 0 causes and 1 effects",
                        "handovers of signed contracts: k has 0 causes and 1 effects",
                        "customers of signed contracts: x has 0 causes and 1 effects");
    }

    @Test
    void a_report_that_counts_twice_or_drops_a_cent_is_caught() {
        var reports = reports("{\"opportunities\":4,\"identified\":2,\"qualified\":0,\"lost\":0,\"won\":2,"
                + "\"won_value_to_date\":\"20.19\",\"open_value\":\"5.05\"}");
        assertThat(ReportAudit.faults(soundSuite(), reports))
                .containsExactlyInAnyOrder(
                        "funnel: opportunities is 4 in the report and 3 by the log",
                        "funnel: won is 2 in the report and 1 by the log",
                        "funnel: won_value_to_date is 20.19 in the report and 20.20 by the log");
    }

    private static Map<String, List<Commit>> soundSuite() {
        return Map.of(
                "lead",
                new SoundLog()
                        .commit("l1", "l", "lead.converted", "{\"opportunityId\":\"a\"}")
                        .commit("l2", "x", "account.became-customer", "{}")
                        .commits(),
                "opportunity",
                SOUND.commits(),
                "contract",
                new SoundLog()
                        .commit("c1", "k", "contract.drafted", "{\"value\":{\"amount\":\"20.20\"}}")
                        .commit(
                                "c2",
                                "k",
                                "contract.signed",
                                "{\"opportunityId\":\"a\",\"accountId\":\"x\",\"value\":{\"amount\":\"20.20\"}}")
                        .commit("c3", "k", "contract.amended", "{\"value\":{\"amount\":\"21.21\"}}")
                        .commit("c4", "m", "contract.drafted", "{\"value\":{\"amount\":\"9.09\"}}")
                        .commit("c5", "m", "contract.withdrawn", "{}")
                        .commits(),
                "delivery",
                new SoundLog().commit("d1", "k", "handover.initiated", "{}").commits());
    }

    private static Map<String, JsonNode> reports() {
        return reports("{\"opportunities\":3,\"identified\":2,\"qualified\":0,\"lost\":0,\"won\":1,"
                + "\"won_value_to_date\":\"20.20\",\"open_value\":\"5.05\"}");
    }

    private static Map<String, JsonNode> reports(String funnel) {
        var json = new JsonMapper();
        return Map.of(
                "funnel", json.readTree("[%s]".formatted(funnel)),
                "contracts", json.readTree("[{\"drafted\":0,\"signed\":1,\"signed_value\":\"21.21\"}]"),
                "handovers", json.readTree("[{\"initiated\":1,\"accepted\":0,\"waiting\":1}]"));
    }

    private static Map<String, List<Commit>> with(Map<String, List<Commit>> logs, String log, List<Commit> commits) {
        var changed = new HashMap<>(logs);
        changed.put(log, commits);
        return changed;
    }

    /** The sound log anew, so that a planted fault stays where it is planted. */
    private static List<Commit> planted(Consumer<List<Commit>> fault) {
        var commits = new ArrayList<Commit>();
        for (var commit : SOUND.commits()) {
            var events = commit.events().stream()
                    .map(event -> new Event(
                            event.position(),
                            event.id(),
                            event.name(),
                            event.version(),
                            event.recordedAt(),
                            event.effectiveAt(),
                            event.payload().clone(),
                            event.metadata(),
                            event.tags()))
                    .toList();
            commits.add(new Commit(
                    commit.first(),
                    commit.last(),
                    commit.requestId(),
                    commit.requestHash(),
                    commit.writer(),
                    commit.hash(),
                    commit.tags(),
                    events));
        }
        fault.accept(commits);
        return commits;
    }

    private static Told told(String request, String entity, Told.Verdict verdict) {
        return new Told("opportunity", request, entity, verdict);
    }
}
