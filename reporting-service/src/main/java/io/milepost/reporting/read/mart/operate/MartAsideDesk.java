package io.milepost.reporting.read.mart.operate;

import io.milepost.platform.setaside.AsideDesk;
import io.milepost.platform.setaside.SetAside;
import io.milepost.reporting.read.mart.store.Aside;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the mart goes on without, as every service tells it; the mart's own operations tell and do more. */
public record MartAsideDesk(MartOperations operations) implements AsideDesk {

    @Override
    public List<SetAside> all() {
        return told(null);
    }

    @Override
    public List<SetAside> of(UUID subject) {
        return told(subject);
    }

    @Override
    public void redrive(UUID subject) {
        operations.redrive(null, subject);
    }

    private List<SetAside> told(@Nullable UUID subject) {
        return operations.setAside(null, subject).stream()
                .filter(aside -> aside.acknowledgedAt() == null)
                .map(MartAsideDesk::shown)
                .toList();
    }

    private static SetAside shown(Aside aside) {
        return new SetAside(
                aside.dataset(),
                aside.source(),
                aside.type(),
                aside.subject(),
                aside.position(),
                aside.cause(),
                aside.since());
    }
}
