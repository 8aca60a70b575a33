package io.milepost.platform.setaside;

import java.util.UUID;

/**
 * A reader of events that goes on without a subject where one of its events cannot be read or folded. A bean of this type is all that it
 * takes to have an operator's redrive reach it and its number measured. It tries by itself at every start what it has set aside.
 */
public interface AsideReader {

    /** By which its entries in {@link SetAsides} are known; the same at every start. */
    String reader();

    /**
     * Reads a subject that it has set aside anew, from its first event on: takes it up again where that works, else leaves it set
     * aside with the fault that is met now. Doing it twice, or in two instances at once, is doing it once. Blocks.
     */
    void redrive(UUID subject);
}
