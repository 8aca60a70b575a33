package io.milepost.cli.demo;

import io.milepost.cli.Failure;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A person from the lead to the certificate of its erasure, and that no byte of it was or is anywhere in the clear. */
final class ForgottenPerson {
    private static final String OFFICER = "PRIVACY_OFFICER";
    private static final String ERASED = "[erased]";
    private static final Map<String, Object> NOTHING = Map.of();

    private final Services at;
    private final Narrator tell;
    private final Path data;
    private final Exports exports;
    private final OneDeal seller;
    private final String mark;
    private final String name;
    private final String phone;

    /** @param data folder of the suite's databases, topics and logs */
    ForgottenPerson(Services at, Narrator tell, Path data, Exports exports) {
        this.at = at;
        this.tell = tell;
        this.data = data;
        this.exports = exports;
        seller = new OneDeal(at, tell, "Kit Moor");
        mark = seller.mark();
        name = "Robin Canary-" + mark;
        phone = "+1 212 555 " + (1000 + Math.floorMod(mark.hashCode(), 9000));
    }

    void tell() {
        seller.member();
        var lead = lead();
        var opportunity = opportunity(lead);
        held(lead, opportunity);
        tell.followed(
                "the reports know the lead",
                "ANALYST",
                exports.rows("lead", "lead_id", lead.toString()),
                rows -> rows.toString().contains(lead.toString()));
        scan(lead, "before the erasure it is readable by those who may, and in no file");
        erase(lead, opportunity);
        gone(lead, opportunity);
        scan(lead, "after it no service opens it, and in no file it stands still");
    }

    private UUID lead() {
        tell.chapter("Who will ask to be forgotten");
        var lead = tell.create(
                "a lead is captured, with a person's name and phone",
                "SALES_REP",
                Services.of(at.lead(), "leads"),
                Map.of(
                        "channel",
                        "WALK_IN",
                        "companyName",
                        "Harbour Works " + mark,
                        "contactName",
                        name,
                        "phone",
                        phone,
                        "need",
                        "a crane for " + name));
        tell.accepted("it enters the register", "SALES_REP", of(at.lead(), "leads", lead, "register"), NOTHING);
        tell.accepted(
                "it gets an owner",
                "SALES_MANAGER",
                of(at.lead(), "leads", lead, "assign"),
                Map.of("owner", seller.owner()));
        return lead;
    }

    private UUID opportunity(UUID lead) {
        tell.accepted("it is qualified", "SALES_REP", of(at.lead(), "leads", lead, "qualify"), NOTHING);
        tell.accepted("it is converted", "SALES_REP", of(at.lead(), "leads", lead, "convert"), NOTHING);
        var opportunity = UUID.fromString(tell.followed(
                        "the lead names its opportunity",
                        "SALES_REP",
                        Services.of(at.lead(), "leads", lead),
                        view -> view.has("opportunityId"))
                .required("opportunityId")
                .asString());
        tell.followed(
                "the opportunity has the need, sealed as it was",
                "SALES_REP",
                Services.of(at.opportunity(), "opportunities", opportunity),
                view -> view.path("need").asString("").contains(name));
        tell.accepted(
                "it is qualified with a note about the person",
                "SALES_MANAGER",
                of(at.opportunity(), "opportunities", opportunity, "qualify"),
                Map.of("note", name + " decides alone"));
        tell.accepted(
                "somebody of the customer commits",
                "SALES_REP",
                of(at.opportunity(), "opportunities", opportunity, "record-commitment"),
                Map.of(
                        "by",
                        name,
                        "to",
                        "a visit by " + name,
                        "on",
                        LocalDate.now(ZoneOffset.UTC).toString()));
        return opportunity;
    }

    private void held(UUID lead, UUID opportunity) {
        tell.chapter("What is held, and a legal hold");
        tell.followed(
                "lead-service tells a privacy officer what it holds",
                OFFICER,
                Services.of(at.lead(), "persons", lead),
                held -> held.toString().contains(name));
        tell.followed(
                "opportunity-service does, under the lead's id and under its own",
                OFFICER,
                Services.of(at.opportunity(), "persons", opportunity),
                held -> held.toString().contains(name));
        tell.accepted(
                "a legal hold is placed",
                OFFICER,
                of(at.lead(), "persons", lead, "place-hold"),
                Map.of("reason", "tax audit"));
        tell.refused(
                "nothing is erased under it",
                OFFICER,
                of(at.lead(), "persons", lead, "erase"),
                Map.of("reason", "asked by letter"),
                "LEGAL_HOLD");
        tell.accepted(
                "the hold is lifted",
                OFFICER,
                of(at.lead(), "persons", lead, "lift-hold"),
                Map.of("reason", "audit closed"));
    }

    private void erase(UUID lead, UUID opportunity) {
        tell.chapter("The erasure");
        tell.accepted(
                "it is asked for, also under the id of the opportunity",
                OFFICER,
                of(at.lead(), "persons", lead, "erase"),
                Map.of("reason", "asked by letter", "alsoUnder", List.of(opportunity)));
        var certificate = tell.followed(
                "every service erases and answers",
                OFFICER,
                of(at.lead(), "persons", lead, "erasure"),
                view -> view.path("status").asString("").equals("ERASED"));
        tell.chapter("The certificate");
        for (var service : certificate.path("services")) {
            tell.line("%s-service erased at %s"
                    .formatted(
                            service.path("service").asString(),
                            service.path("at").asString()));
            service.path("entities")
                    .forEach(entity -> tell.line("   %s %s: positions %s"
                            .formatted(
                                    entity.path("aggregate").asString(),
                                    entity.path("entity").asString(),
                                    entity.path("sealed"))));
            service.path("receivers")
                    .forEach(receiver -> tell.line("   webhook %s at %s: sent %s, perhaps %s"
                            .formatted(
                                    receiver.path("name").asString(),
                                    receiver.path("urls"),
                                    receiver.path("sent"),
                                    receiver.path("perhaps"))));
        }
        var files = tell.followed(
                        "reporting-service tells it too, with the files that are still kept",
                        OFFICER,
                        URI.create(exports.certificates() + "?person=" + lead),
                        view -> view.at("/items/0/status").asString("").equals("ERASED"))
                .at("/items/0/files");
        tell.line("files that are kept and have rows of it: %d".formatted(files.size()));
        files.forEach(file -> tell.line("   %s of %s: %s"
                .formatted(
                        file.path("kind").asString(),
                        file.path("of").asString(),
                        file.path("file").asString())));
    }

    private void gone(UUID lead, UUID opportunity) {
        tell.chapter("What is left");
        tell.followed(
                "the lead is there, without the person",
                "SALES_REP",
                Services.of(at.lead(), "leads", lead),
                view -> isGone(view, "contactName") && isGone(view, "phone"));
        tell.followed(
                "so is the opportunity",
                "SALES_REP",
                Services.of(at.opportunity(), "opportunities", opportunity),
                view -> isGone(view, "need") && !view.toString().contains(name));
        tell.refused(
                "nothing new is kept of the person",
                "SALES_REP",
                of(at.opportunity(), "opportunities", opportunity, "record-commitment"),
                Map.of("by", name, "to", "another visit"),
                "PERSON_ERASED");
    }

    /** With a text that has to be there, so that finding nothing says something. */
    private void scan(UUID lead, String what) {
        tell.chapter("Every byte below " + data);
        var company = "Harbour Works " + mark;
        var found = new ByteScan(data).found(List.of(company, name, phone));
        if (!found.contains(company)) {
            throw new Failure(
                    "%s is in no file below %s, so what else is not there proves nothing".formatted(company, data));
        }
        if (found.size() > 1) {
            throw new Failure("in the clear: " + found);
        }
        tell.line("byte scan: %s is found, %s and %s are not: %s".formatted(company, name, phone, what));
        tell.line(
                "exports: %s, and none has the person".formatted(exports.found(lead.toString(), List.of(name, phone))));
    }

    private static boolean isGone(JsonNode view, String field) {
        return view.path(field).asString("").equals(ERASED);
    }

    private static URI of(URI service, String plural, UUID id, String verb) {
        return Services.of(service, plural, id, verb);
    }
}
