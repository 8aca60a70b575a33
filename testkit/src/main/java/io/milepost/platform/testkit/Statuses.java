package io.milepost.platform.testkit;

import java.util.Arrays;

/** Reads the one field that every view has. */
final class Statuses {
    private Statuses() {}

    static String of(Record view) {
        var component = Arrays.stream(view.getClass().getRecordComponents())
                .filter(candidate -> candidate.getName().equals("status"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(view.getClass().getSimpleName() + " has no status"));
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return String.valueOf(accessor.invoke(view));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the view's status cannot be read", e);
        }
    }
}
