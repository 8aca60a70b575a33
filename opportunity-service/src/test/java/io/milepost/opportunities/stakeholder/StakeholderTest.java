package io.milepost.opportunities.stakeholder;

import static io.milepost.opportunities.stakeholder.Stakeholder.No.*;
import static io.milepost.opportunities.stakeholder.StakeholderCatalogue.STAKEHOLDER;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.stakeholder.Stakeholder.*;
import io.milepost.opportunities.stakeholder.StakeholderCatalogue.View;
import io.milepost.platform.catalogue.Duty.Holders;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StakeholderTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(STAKEHOLDER);
    private static final UUID PROJECT = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Profile BUYER = new Profile(Influence.DECIDES, "head of purchasing", "one supplier", "quiet");
    private static final StakeholderRegistered BO = registered(Side.CUSTOMER, "Bo", null);
    private static final StakeholderLeft GONE = new StakeholderLeft(PROJECT, "another job", TODAY);

    private static final Scenario<Stakeholder, Command, Event> NOTHING =
            Scenario.of(STAKEHOLDER).recording(REACHED);
    private static final Scenario<Stakeholder, Command, Event> OF_PROJECT =
            NOTHING.reading(new ProjectTeam("kim", Phase.PREPARING, List.of()));
    private static final Scenario<Stakeholder, Command, Event> KNOWN = NOTHING.given(BO);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-062: people of the customer and of partners by name, ours by code, with needs and expectations")
    void is_registered_on_its_side() {
        OF_PROJECT.when(register(Side.CUSTOMER, "Bo", null)).then(BO);
        OF_PROJECT.when(register(Side.PARTNER, "Al", null)).then(registered(Side.PARTNER, "Al", null));
        OF_PROJECT.when(register(Side.OURS, null, "KAP")).then(registered(Side.OURS, null, "KAP"));
        OF_PROJECT.when(register(Side.CUSTOMER, null, null)).thenRefused(NAME_MISSING, "/name");
        OF_PROJECT.when(register(Side.CUSTOMER, " ", null)).thenRefused(NAME_MISSING, "/name");
        OF_PROJECT.when(register(Side.OURS, null, null)).thenRefused(MEMBER_MISSING, "/member");
        OF_PROJECT.when(register(Side.OURS, "Bo", "KAP")).thenRefused(MEMBER_MISSING, "/member");
        OF_PROJECT.when(register(Side.OURS, null, " ")).thenRefused(MEMBER_MISSING, "/member");
        OF_PROJECT.when(register(Side.CUSTOMER, "Bo", "KAP")).thenRefused(MEMBER_OF_ANOTHER_SIDE, "/member");
        refuses(new Profile(Influence.LOW, " ", null, null), "/profile/position");
        refuses(new Profile(Influence.LOW, null, " ", null), "/profile/needs");
        refuses(new Profile(Influence.LOW, null, null, " "), "/profile/expectations");
        NOTHING.when(register(Side.CUSTOMER, "Bo", null)).thenRefused(SALES_PROJECT_MISSING, "/salesProjectId");
        NOTHING.reading(new ProjectTeam("kim", Phase.ENDED, List.of()))
                .when(register(Side.CUSTOMER, "Bo", null))
                .thenRefused(SALES_PROJECT_AT_END);
    }

    @Test
    @DisplayName("R-062: what they need and expect may change, and is no change as it stands")
    void changes() {
        KNOWN.when(new ChangeStakeholder(BUYER)).thenNothing();
        var lower = new Profile(Influence.LOW, null, null, null);
        var changed = KNOWN.when(new ChangeStakeholder(lower))
                .then(new StakeholderChanged(PROJECT, Influence.LOW, null, null, null))
                .when(new ChangeStakeholder(lower))
                .thenNothing();
        assertThat(View.of(changed.state()).profile()).isEqualTo(lower);
        KNOWN.when(new ChangeStakeholder(new Profile(Influence.LOW, " ", null, null)))
                .thenRefused(TEXT_MISSING, "/profile/position");
    }

    @Test
    @DisplayName(
            "R-062, R-065: where people of the customer stand and how far they trust us says the account responsible")
    void is_assessed_by_the_account_responsible() {
        var assess = new AssessStakeholder(Stance.SCEPTIC, Trust.LOW, "the last meeting");
        var assessed = new StakeholderAssessed(PROJECT, Stance.SCEPTIC, Trust.LOW, "the last meeting", TODAY, "ann");
        var asked = KNOWN.when(assess).reading(new Holders(Set.of("ANN")));
        asked.byMember("zoe").thenNotYourDuty();
        var known = asked.byMember("ann")
                .then(assessed)
                .when(assess)
                .byMember("ann")
                .thenNothing();
        known.when(new AssessStakeholder(Stance.SCEPTIC, Trust.LOW, "what Al says"))
                .byMember("ann")
                .then(new StakeholderAssessed(PROJECT, Stance.SCEPTIC, Trust.LOW, "what Al says", TODAY, "ann"));
        assertThat(View.of(known.state()).assessed()).isEqualTo(assessed);
        KNOWN.when(new AssessStakeholder(Stance.SCEPTIC, Trust.LOW, " ")).thenRefused(TEXT_MISSING, "/basis");
    }

    @Test
    @DisplayName("R-062: the network of the customer is its ties, within one project and to nobody themselves")
    void is_tied_to_others_of_the_project() {
        var tie = new TieStakeholder(OTHER, Nature.ADVISES);
        var tied = KNOWN.when(tie)
                .reading(new Other(PROJECT))
                .then(new StakeholderTied(PROJECT, OTHER, Nature.ADVISES))
                .when(tie)
                .reading(new Other(PROJECT))
                .thenNothing()
                .when(new TieStakeholder(OTHER, Nature.OPPOSED_TO))
                .reading(new Other(PROJECT))
                .then(new StakeholderTied(PROJECT, OTHER, Nature.OPPOSED_TO));
        assertThat(View.of(tied.state()).ties())
                .containsExactly(new Tie(OTHER, Nature.ADVISES), new Tie(OTHER, Nature.OPPOSED_TO));
        var cut = tied.when(new UntieStakeholder(OTHER, Nature.ADVISES))
                .then(new StakeholderUntied(PROJECT, OTHER, Nature.ADVISES))
                .when(new UntieStakeholder(OTHER, Nature.ADVISES))
                .thenNothing();
        assertThat(View.of(cut.state()).ties()).containsExactly(new Tie(OTHER, Nature.OPPOSED_TO));

        KNOWN.when(tie).thenRefused(OTHER_UNKNOWN, "/otherId");
        KNOWN.when(tie).reading(new Other(OTHER)).thenRefused(OTHER_UNKNOWN, "/otherId");
        KNOWN.when(new TieStakeholder(Scenario.ID, Nature.ADVISES)).thenRefused(TIE_TO_ITSELF, "/otherId");
        var full = KNOWN.given(IntStream.range(0, Stakeholder.MOST_TIES)
                .mapToObj(number -> new StakeholderTied(PROJECT, new UUID(3, number), Nature.ADVISES))
                .toArray(Event[]::new));
        full.when(tie).reading(new Other(PROJECT)).thenRefused(TIES_FULL);
    }

    @Test
    @DisplayName("R-062: who does not matter any more stays as they were")
    void leaves() {
        var left = KNOWN.when(new MarkStakeholderLeft("another job"))
                .then(GONE)
                .when(new MarkStakeholderLeft("another job"))
                .thenNothing();
        assertThat(View.of(left.state()).status()).isEqualTo("LEFT");
        KNOWN.when(new MarkStakeholderLeft(" ")).thenRefused(REASON_MISSING, "/reason");
        for (var command : List.of(
                new ChangeStakeholder(BUYER),
                new AssessStakeholder(Stance.NEUTRAL, Trust.HIGH, null),
                new TieStakeholder(OTHER, Nature.ADVISES),
                new UntieStakeholder(OTHER, Nature.ADVISES),
                new MarkStakeholderLeft("ill"))) {
            left.when(command).thenRefused(STAKEHOLDER_LEFT);
        }
    }

    @Test
    @DisplayName("What is said of people is sealed under their own key")
    void what_is_said_of_people_is_sealed() {
        assertThat(STAKEHOLDER.event(StakeholderRegistered.class).personal())
                .containsExactlyInAnyOrder("name", "position", "needs", "expectations");
        assertThat(STAKEHOLDER.event(StakeholderChanged.class).personal())
                .containsExactlyInAnyOrder("position", "needs", "expectations");
        assertThat(STAKEHOLDER.event(StakeholderAssessed.class).personal()).containsExactly("basis");
        assertThat(STAKEHOLDER.event(StakeholderLeft.class).personal()).containsExactly("reason");
        assertThat(STAKEHOLDER.ownerOf(KNOWN.state())).isEqualTo("kim");
        assertThat(View.of(KNOWN.state()))
                .isEqualTo(new View("ACTIVE", PROJECT, Side.CUSTOMER, "Bo", null, null, BUYER, null, List.of(), null));
    }

    private static void refuses(Profile profile, String pointer) {
        OF_PROJECT
                .when(new RegisterStakeholder(PROJECT, Side.CUSTOMER, "Bo", null, null, profile))
                .thenRefused(TEXT_MISSING, pointer);
    }

    private static RegisterStakeholder register(Side side, @Nullable String name, @Nullable String member) {
        return new RegisterStakeholder(PROJECT, side, name, member, null, BUYER);
    }

    private static StakeholderRegistered registered(Side side, @Nullable String name, @Nullable String member) {
        return new StakeholderRegistered(
                PROJECT,
                "kim",
                side,
                name,
                member,
                null,
                BUYER.influence(),
                BUYER.position(),
                BUYER.needs(),
                BUYER.expectations());
    }
}
