package io.milepost.leads.account.domain;

import io.milepost.leads.account.domain.AccountCommand.OpenAccount;
import io.milepost.leads.account.domain.AccountCommand.UpdateProfile;
import io.milepost.platform.value.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known about a company. No person is in it. */
public record Profile(
        String name,
        @Nullable String industry,
        @Nullable Integer foundedYear,
        @Nullable Money annualRevenue,
        @Nullable Integer employees,
        @Nullable String location,
        @Nullable String parentName) {

    static Profile of(OpenAccount open) {
        return new Profile(
                open.name(),
                open.industry(),
                open.foundedYear(),
                open.annualRevenue(),
                open.employees(),
                open.location(),
                open.parentName());
    }

    Profile updatedBy(UpdateProfile update) {
        return new Profile(
                Objects.requireNonNullElse(update.name(), name),
                update.industry() == null ? industry : update.industry(),
                update.foundedYear() == null ? foundedYear : update.foundedYear(),
                update.annualRevenue() == null ? annualRevenue : update.annualRevenue(),
                update.employees() == null ? employees : update.employees(),
                update.location() == null ? location : update.location(),
                update.parentName() == null ? parentName : update.parentName());
    }
}
