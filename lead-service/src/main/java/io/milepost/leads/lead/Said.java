package io.milepost.leads.lead;

import io.milepost.leads.kernel.ContactKey;
import io.milepost.leads.lead.LeadCommand.*;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is hashed of that which a command says about a person: contacts, by which duplicates are found, and the whole, by which a repetition is. */
final class Said {

    /** How somebody can be reached. */
    record Contact(
            @Nullable String phone,
            @Nullable PhoneKind kind,
            @Nullable String person,
            @Nullable String email) {

        static Contact of(CaptureLead capture) {
            return new Contact(capture.phone(), capture.phoneKind(), capture.contactName(), capture.email());
        }

        static Contact of(CompleteLead complete) {
            return new Contact(complete.phone(), complete.phoneKind(), complete.contactName(), complete.email());
        }

        @Nullable
        String number() {
            return ContactKey.phone(personal());
        }

        @Nullable
        String numberAsStated() {
            return ContactKey.phoneAsStated(personal());
        }

        @Nullable
        String numberAtHome() {
            return ContactKey.phoneAtHome(personal());
        }

        /** Of a number that colleagues share. */
        @Nullable
        String line() {
            return isShared() ? ContactKey.line(phone, person) : null;
        }

        @Nullable
        String address() {
            return ContactKey.email(email);
        }

        private @Nullable String personal() {
            return isShared() ? null : phone;
        }

        /** A mobile is one person's, whatever is said of it. */
        private boolean isShared() {
            return kind == PhoneKind.COMPANY && !ContactKey.isPersonal(phone);
        }
    }

    private Said() {}

    static @Nullable String by(CompleteLead complete) {
        return complete.equals(new CompleteLead(null, null, null, null, null, null, null, null, null, null))
                ? null
                : joined(
                                complete.companyName(),
                                complete.companyRegistration(),
                                complete.accountId(),
                                complete.contactName(),
                                complete.phone(),
                                complete.email(),
                                complete.need(),
                                complete.phoneKind(),
                                complete.region())
                        + identity(complete.identityNumber());
    }

    /** Nothing where it is absent: what was said before there were such numbers has the hash that it had. */
    private static String identity(@Nullable String number) {
        return number == null ? "" : "\u0000" + number;
    }

    static String by(LogActivity activity) {
        return joined(activity.kind(), activity.outcome(), activity.nextStep(), activity.nextActionOn());
    }

    static String by(ScheduleFollowUp schedule) {
        return joined(schedule.nextActionOn(), schedule.nextStep());
    }

    /** Absent is something else than empty. */
    private static String joined(@Nullable Object... parts) {
        return Stream.of(parts).map(part -> Objects.toString(part, "\u0001")).collect(Collectors.joining("\u0000"));
    }
}
