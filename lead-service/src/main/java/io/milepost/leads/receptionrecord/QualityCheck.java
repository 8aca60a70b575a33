package io.milepost.leads.receptionrecord;

import static io.milepost.leads.receptionrecord.ReceptionRecord.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.leads.receptionrecord.ReceptionRecord.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Gate G03: an entry is good enough and may be filed, or goes back with what is missing. */
final class QualityCheck {

    private QualityCheck() {}

    /** What nobody can judge as good enough: no way to reach the visitor, no interest, no source, a visit without its questionnaire. */
    static List<Part> missing(ReceptionRecord record) {
        var entry = record.entry();
        var missing = new ArrayList<Part>();
        if (entry.phoneKey() == null && entry.emailKey() == null) {
            missing.add(Part.CONTACT);
        }
        if (entry.interest() == null) {
            missing.add(Part.INTEREST);
        }
        if (entry.source() == null) {
            missing.add(Part.SOURCE);
        }
        if (entry.kind() == Manner.VISIT && record.questionnaire() == null) {
            missing.add(Part.QUESTIONNAIRE);
        }
        return missing;
    }

    static Decision<Event> pass(ReceptionRecord record, Occasion occasion) {
        var missing = missing(record);
        return switch (record.step()) {
            case RECORDED -> {
                if (isOwn(record, occasion)) {
                    yield refused(CHECKED_BY_RECORDER);
                }
                yield missing.isEmpty()
                        ? accepted(new RegisterEntryChecked(
                                occasion.today(), occasion.who().name()))
                        : refused(
                                ENTRY_INCOMPLETE,
                                "missing: " + missing.stream().map(Part::name).collect(Collectors.joining(", ")));
            }
            case RETURNED -> refused(ENTRY_RETURNED);
            case CHECKED -> unchanged();
            case FILED -> refused(ENTRY_FILED);
        };
    }

    /** Also what passed the check goes back, as long as it is not filed. */
    static Decision<Event> giveBack(ReceptionRecord record, ReturnEntry back, Occasion occasion) {
        var missing = back.missing().stream().distinct().toList();
        return switch (record.step()) {
            case RECORDED, CHECKED ->
                check().that(!isOwn(record, occasion), CHECKED_BY_RECORDER)
                        .that(!missing.isEmpty() || back.note() != null, "/missing", NOTHING_RETURNED)
                        .text("/note", back.note())
                        .accept(() -> new RegisterEntryReturned(
                                missing,
                                back.note(),
                                occasion.today(),
                                occasion.who().name(),
                                record.entry().consultant()));
            case RETURNED -> refused(ENTRY_RETURNED);
            case FILED -> refused(ENTRY_FILED);
        };
    }

    static Decision<Event> file(ReceptionRecord record, String reference, LocalDate today) {
        return switch (record.step()) {
            case CHECKED ->
                check().text("/fileReference", reference).accept(() -> new RegisterEntryFiled(reference, today));
            case RECORDED, RETURNED -> refused(ENTRY_NOT_CHECKED);
            case FILED ->
                record.filed() != null && record.filed().fileReference().equals(reference)
                        ? unchanged()
                        : refused(ENTRY_FILED);
        };
    }

    private static boolean isOwn(ReceptionRecord record, Occasion occasion) {
        return occasion.who().is(record.entry().consultant())
                || occasion.who().is(record.entry().recordedBy());
    }
}
