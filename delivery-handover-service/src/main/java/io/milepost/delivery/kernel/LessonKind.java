package io.milepost.delivery.kernel;

/** What somebody should know of a project that has ended. */
public enum LessonKind {
    SUCCESS,
    FAILURE,

    /** What went wrong, whatever is to be learned from it. */
    PROBLEM,

    /** What was done otherwise than before. */
    INNOVATION,

    /** What is to be done otherwise from now on. */
    PROPOSAL
}
