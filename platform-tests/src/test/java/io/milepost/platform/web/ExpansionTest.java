package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Related;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.json.Json;
import io.milepost.platform.projection.ListQuery;
import io.milepost.platform.projection.Page;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.reactive.function.server.MockServerRequest;
import tools.jackson.databind.node.ObjectNode;

class ExpansionTest {
    private static final UUID PARCEL = new UUID(0, 1);
    private static final UUID UNSEEN = new UUID(0, 2);

    /** A letter that goes with a parcel and answers another letter. */
    private record Letter(@Nullable UUID parcelId, @Nullable UUID letterId) {}

    private record View(
            String status,
            @Nullable UUID parcelId,
            @Nullable UUID letterId,
            @Nullable UUID stampId,
            String senderId) {}

    private static final Catalogue<Letter, Letter, Letter> LETTER = Catalogue.of(
                    "letter",
                    "letters",
                    new Decider<Letter, Letter, Letter>(
                            (_, _, _) -> {
                                throw new UnsupportedOperationException();
                            },
                            first -> first,
                            (_, next) -> next))
            .open()
            .view(View.class, letter -> new View("SENT", letter.parcelId(), letter.letterId(), null, ""));

    private static final List<Catalogue<?, ?, ?>> ALL = List.of(LETTER, ParcelMessages.CATALOGUE);

    private static Expansion expansion(String asked, Role... roles) {
        var caller = new Caller("ann", "app_user", Set.of(roles), null, null, Sight.ALL);
        return Expansion.of(
                LETTER,
                ALL,
                MockServerRequest.builder().queryParam("expand", asked).build(),
                caller);
    }

    private static ObjectNode letter(@Nullable UUID parcel) {
        var letter =
                Json.mapper().createObjectNode().put("id", UUID.randomUUID().toString());
        return parcel == null ? letter : letter.put("parcelId", parcel.toString());
    }

    @Test
    @DisplayName("what may be expanded follows from the view: ids that are called after an aggregate of the service")
    void follows_from_the_view() {
        assertThat(Related.of(LETTER, ALL).keySet()).containsExactly("parcelId", "letterId");
        assertThat(Related.of(ParcelMessages.CATALOGUE, ALL)).isEmpty();
        assertThat(Related.of(LETTER, List.of(LETTER)).keySet()).containsExactly("letterId");
    }

    @ParameterizedTest
    @DisplayName("what names nothing, or would go round in a circle, is refused with what there is")
    @ValueSource(
            strings = {
                "",
                " ",
                "stampId",
                "senderId",
                "parcel",
                "parcelId,",
                "letterId.letterId",
                "parcelId,nothing",
                "*"
            })
    void the_rest_is_refused(String asked) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> expansion(asked, Role.SALES_REP))
                .satisfies(refused -> {
                    assertThat(refused.problem().code()).isEqualTo("INVALID_PARAMETER");
                    assertThat(refused.problem().detail()).contains("parcelId, letterId");
                });
    }

    @Test
    @DisplayName("what the caller has no role to read is absent, and what it has a role for is not")
    void roles_are_respected() {
        var closed = Catalogue.of("parcel", "parcels", ParcelMessages.CATALOGUE.decider())
                .openTo(Role.OPERATOR)
                .view(io.milepost.platform.testkit.parcel.Parcel.View.class, _ -> null);
        var all = List.<Catalogue<?, ?, ?>>of(LETTER, closed);
        for (var role : List.of(Role.SALES_REP, Role.OPERATOR)) {
            var caller = new Caller("ann", "app_user", Set.of(role), null, null, Sight.ALL);
            var request = MockServerRequest.builder()
                    .queryParam("expand", "letterId,parcelId")
                    .build();
            assertThat(Expansion.of(LETTER, all, request, caller).fields().keySet())
                    .containsExactlyElementsOf(
                            role == Role.OPERATOR ? List.of("letterId", "parcelId") : List.of("letterId"));
        }
    }

    @Test
    void what_is_not_asked_for_is_not_there() {
        var caller = new Caller("ann", "app_user", Set.of(Role.SALES_REP), null, null, Sight.ALL);
        assertThat(Expansion.of(LETTER, ALL, MockServerRequest.builder().build(), caller)
                        .isAsked())
                .isFalse();
        assertThat(expansion("parcelId", Role.SALES_REP).isAsked()).isTrue();
    }

    @Test
    @DisplayName("the others of a whole page are read at once and once each; who is unseen or not there is absent")
    void a_page_is_read_at_once() {
        var asked = new ArrayList<ListQuery>();
        var items = new ArrayList<ObjectNode>(
                IntStream.range(0, 200).mapToObj(_ -> letter(PARCEL)).toList());
        items.add(letter(UNSEEN));
        items.add(letter(null));
        var related = expansion("parcelId,letterId", Role.SALES_REP).related(items, (_, query) -> {
            asked.add(query);
            return new Page(
                    List.of(Json.mapper()
                            .createObjectNode()
                            .put("id", PARCEL.toString())
                            .put("label", "L")),
                    List.of(""),
                    null,
                    null,
                    0,
                    1);
        });

        assertThat(asked)
                .singleElement()
                .satisfies(query -> assertThat(query.filters().getFirst().values())
                        .containsExactlyInAnyOrder(PARCEL.toString(), UNSEEN.toString()));
        assertThat(Expansion.beside(items.getFirst(), related)
                        .at("/parcelId/label")
                        .stringValue())
                .isEqualTo("L");
        assertThat(Expansion.beside(items.get(200), related)).isEmpty();
        assertThat(Expansion.beside(items.get(201), related)).isEmpty();
        assertThat(Expansion.idIn("parcelId", items.get(201))).isEqualTo(Optional.empty());
    }

    @Test
    void a_page_that_ends_early_goes_on() {
        var pages = new ArrayList<Page>();
        pages.add(page(PARCEL, "next"));
        pages.add(page(UNSEEN, null));

        var related = expansion("parcelId", Role.SALES_REP)
                .related(List.of(letter(PARCEL), letter(UNSEEN)), (_, _) -> pages.removeFirst());

        assertThat(related.get("parcelId")).containsOnlyKeys(PARCEL, UNSEEN);
    }

    private static Page page(UUID id, @Nullable String next) {
        return new Page(
                List.of(Json.mapper().createObjectNode().put("id", id.toString())), List.of(""), next, null, 0, 1);
    }
}
