package io.milepost.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.json.Json;
import io.milepost.platform.relay.Topics;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;

/**
 * Who may know of which entity and send what: every operation on every aggregate with an owner, in every role, for every relation
 * and access of the table in docs/access.md. Commands are those of the service's published document, with its examples, and are only
 * validated, so that one entity serves for all.
 */
public final class AccessWalk {
    /** Of these all roles ask, with one access; else some do, since who may know of an entity does not depend on the role. */
    private static final Set<String> IN_EVERY_ROLE = Set.of("the member", "anybody else");

    private static final String OWN = "own";

    /** The relations of the table with a member that stands so to the caller; nobody has no code. */
    private final Map<String, @Nullable String> owners = new LinkedHashMap<>();

    private final String me;
    private final String team;
    private final SuiteClient client;
    private final JsonNode document;
    private final Map<Catalogue<?, ?, ?>, Function<@Nullable String, @Nullable UUID>> makers = new LinkedHashMap<>();
    private final Map<String, @Nullable UUID> made = new LinkedHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** Registers a member in the directory. */
    @FunctionalInterface
    public interface Registration {
        void member(String code, String team, @Nullable String manager);
    }

    /** Of a service that hears of members on the topic of lead-service, where nobody else speaks. */
    public static Registration announcing(Topics lead) {
        var position = new AtomicLong();
        return (code, team, manager) -> {
            var json = Json.mapper()
                    .createObjectNode()
                    .put("code", code)
                    .put("team", team)
                    .put("region", "any")
                    .put("from", "2020-01-01");
            if (manager != null) {
                json.put("manager", manager);
            }
            lead.publish(
                    "access", position.incrementAndGet(), UUID.randomUUID(), "team-member.registered", json.toString());
        };
    }

    /** @param registration puts those of the table into the directory that the service reads */
    public AccessWalk(SuiteClient client, Registration registration) {
        this.client = client;
        var run = UUID.randomUUID().toString().substring(0, 8);
        me = "me-" + run;
        team = "north-" + run;
        owners.put("the member", me);
        owners.put("of the same team", "peer-" + run);
        owners.put("below the member, in another team", "deep-" + run);
        owners.put("anybody else", "far-" + run);
        owners.put("nobody yet", null);
        registration.member(me, team, null);
        registration.member("peer-" + run, team, null);
        registration.member("below-" + run, "south-" + run, me);
        registration.member("deep-" + run, "west-" + run, "below-" + run);
        registration.member("far-" + run, "east-" + run, null);
        document = client.getAnonymously(URI.create("/openapi.json")).json();
    }

    /**
     * How an entity of an aggregate is made.
     *
     * @param maker of the owner's code, which is null for an entity that nobody owns; answers null where there can be no such entity
     */
    public AccessWalk with(Catalogue<?, ?, ?> catalogue, Function<@Nullable String, @Nullable UUID> maker) {
        makers.put(catalogue, maker);
        return this;
    }

    /** The member whose tokens are sent. */
    public String me() {
        return me;
    }

    /** Of that member. */
    public String team() {
        return team;
    }

    /** One for each cell of the table. */
    public Stream<DynamicTest> tests() {
        var lines = ContractFiles.read(ContractFiles.directory("docs.dir").resolve("access.md"))
                .lines()
                .toList();
        var head = lines.stream()
                .filter(line -> line.startsWith("| the owner is |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/access.md has no table of owners"));
        var accesses = cells(head);
        var rows = lines.stream()
                .skip(lines.indexOf(head) + 2)
                .takeWhile(line -> line.startsWith("|"))
                .map(AccessWalk::cells)
                .toList();
        assertThat(rows).extracting(List::getFirst).containsExactlyElementsOf(owners.keySet());
        return rows.stream()
                .flatMap(row -> Stream.iterate(1, i -> i < row.size(), i -> i + 1)
                        .map(i ->
                                dynamicTest("%s, %s: %s".formatted(row.getFirst(), accesses.get(i), row.get(i)), () -> {
                                    boolean known = row.get(i).equals("yes");
                                    assertThat(faults(row.getFirst(), accesses.get(i), known))
                                            .isEmpty();
                                })));
    }

    /** What is answered otherwise than a caller of this access may or may not know of an entity whose owner stands so to it. */
    public List<String> faults(String relation, String access, boolean known) {
        var faults = new ArrayList<String>();
        for (var catalogue : client.catalogues()) {
            if (catalogue.owner() != null) {
                var maker = makers.get(catalogue);
                if (maker == null) {
                    faults.add("nobody says how a %s is made".formatted(catalogue.aggregate()));
                } else {
                    var key = catalogue.aggregate() + ", " + relation;
                    if (!made.containsKey(key)) {
                        made.put(key, make(catalogue, maker, relation));
                    }
                    var id = made.get(key);
                    if (id != null) {
                        new AccessJudgement(
                                        client,
                                        document,
                                        catalogue,
                                        id,
                                        role -> tokens.computeIfAbsent(role + " " + access, _ -> token(role, access)),
                                        known,
                                        IN_EVERY_ROLE.contains(relation) && access.equals(OWN))
                                .walk()
                                .forEach(fault ->
                                        faults.add("%s, with access %s, %s".formatted(relation, access, fault)));
                    }
                }
            }
        }
        return faults;
    }

    /** Answered once the list has it, and the directory knows the caller's people. */
    private @Nullable UUID make(
            Catalogue<?, ?, ?> catalogue, Function<@Nullable String, @Nullable UUID> maker, String relation) {
        var id = maker.apply(owners.get(relation));
        if (id != null) {
            var analyst = client.issuer().token(Role.ANALYST);
            await().until(() -> AccessJudgement.total(client, analyst, catalogue, id) == 1);
            if (owners.get(relation) != null && !relation.equals("anybody else")) {
                var subtree = token(Role.ANALYST, "subtree");
                await().until(() -> client.getWith(subtree, AccessJudgement.path(catalogue, id))
                                .status()
                        == 200);
            }
        }
        return id;
    }

    /** Signing one takes longer than a request with it. */
    private String token(Role role, String access) {
        return client.issuer().tokenSaying("walker", Map.of("member", me, "access", access), role);
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
