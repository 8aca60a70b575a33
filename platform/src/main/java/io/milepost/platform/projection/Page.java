package io.milepost.platform.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Some items of a list, personal fields still sealed.
 *
 * @param owners of each item, its canonical code or the name of a circle; empty where nobody owns it
 * @param nextPageToken null on the last page
 * @param total of all items that the filters match, null unless asked for
 * @param setAside entities that are not in the list, because an event of theirs cannot be read or folded
 * @param position of the log that the list had applied, at least, when it was read
 */
public record Page(
        List<ObjectNode> items,
        List<String> owners,
        @Nullable String nextPageToken,
        @Nullable Long total,
        long setAside,
        long position) {
    public Page {
        items = List.copyOf(items);
        owners = List.copyOf(owners);
    }
}
