package io.milepost.platform.setaside;

import java.util.List;
import java.util.UUID;

/** What the readers of a service go on without, as an operator sees it and has it tried again. Blocks: call it on a virtual thread. */
public interface AsideDesk {

    /** All of it. */
    List<SetAside> all();

    /** Those of one subject, one for each reader that has set it aside. */
    List<SetAside> of(UUID subject);

    /** Has each reader that has set the subject aside read it anew. */
    void redrive(UUID subject);
}
