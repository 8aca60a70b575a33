package io.milepost.platform.privacy;

import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.privacy.Erasure.Receiver;
import java.util.List;

/** To whom outside of the suite events are sent, found while the log is read through. */
public interface Receivers {

    /** Before the first event. */
    Reading begin();

    /** One reading of the log, for one thread. */
    interface Reading {

        /**
         * The next event of the log.
         *
         * @param concerned whether a text of the person stands in it
         */
        void take(StoredEvent event, boolean concerned);

        /** Those who were, or may have been, sent something that is concerned. */
        List<Receiver> found();
    }
}
