package io.milepost.suite.year;

import io.milepost.suite.year.Fact.Sum;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leads, from what is said of them. */
final class Prospects {
    private static final String PREFIX = "lead.";

    private Prospects() {}

    private record Lead(
            @Nullable String channel,
            @Nullable String campaign,
            @Nullable String owner,
            String state,
            LocalDate capturedOn,
            @Nullable LocalDate qualifiedOn,
            @Nullable LocalDate convertedOn,
            @Nullable Sum expected) {

        private Lead of(@Nullable String whose) {
            return new Lead(channel, campaign, whose, state, capturedOn, qualifiedOn, convertedOn, expected);
        }

        private Lead is(String other) {
            return new Lead(channel, campaign, owner, other, capturedOn, qualifiedOn, convertedOn, expected);
        }

        private Lead qualified(LocalDate on) {
            return new Lead(channel, campaign, owner, "OPEN", capturedOn, on, convertedOn, expected);
        }

        private Lead converted(Fact fact, LocalDate on) {
            return new Lead(
                    channel,
                    campaign,
                    fact.said("owner"),
                    "CONVERTED",
                    capturedOn,
                    qualifiedOn,
                    on,
                    fact.money("expectedValue"));
        }
    }

    static List<Line> lines(List<Fact> facts) {
        var leads = new Chronicle<Lead>();
        for (var fact : facts) {
            if (fact.name().equals("lead.captured")) {
                leads.becomes(
                        fact.subject(),
                        fact.day(),
                        new Lead(
                                fact.text("channel"),
                                fact.text("campaign"),
                                null,
                                "OPEN",
                                fact.day(),
                                null,
                                null,
                                null));
            } else if (fact.name().startsWith(PREFIX)) {
                take(leads, fact, fact.name().substring(PREFIX.length()));
            }
        }
        return leads.lines(lead -> List.of(row(lead)));
    }

    private static void take(Chronicle<Lead> leads, Fact fact, String what) {
        var lead = leads.state(fact.subject());
        if (lead == null) {
            return;
        }
        var known = leads.dayOf(fact.subject());
        var day = fact.day().isAfter(known) ? fact.day() : known;
        var after = switch (what) {
            case "assigned" -> lead.of(fact.said("owner"));
            case "assigned-to-team" -> lead.of(null);
            case "qualified" -> lead.qualified(day);
            case "converted" -> lead.converted(fact, day);
            case "disqualified" -> lead.is("DISQUALIFIED");
            case "discarded", "merged" -> lead.is("DISCARDED");
            case "segmented" -> lead;
            default -> null;
        };
        if (after != null) {
            leads.becomes(fact.subject(), day, after);
        }
    }

    private static Row row(Lead lead) {
        boolean counts = !lead.state().equals("DISCARDED");
        return new Row()
                .of(lead.expected())
                .told("owner", lead.owner())
                .told("channel", lead.channel())
                .told("campaign", lead.campaign())
                .told("state", lead.state())
                .counts("open_leads", lead.state().equals("OPEN"))
                .happens("new_leads", counts, lead.capturedOn())
                .happens("qualified_leads", counts, lead.qualifiedOn())
                .happens("converted_leads", counts, lead.convertedOn())
                .addsOn(
                        "converted_value",
                        lead.expected() == null ? null : lead.expected().amount(),
                        counts,
                        lead.convertedOn())
                .happens("converted_of_new", lead.state().equals("CONVERTED"), lead.capturedOn());
    }
}
