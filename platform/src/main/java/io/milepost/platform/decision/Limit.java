package io.milepost.platform.decision;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How much a field of a command may hold: characters of a text, items of a list. A text without it has up to {@link #NAME}, a list up to
 * {@link #ITEMS}. Requests are held to it, and what generates requests reads it; automations are not, since a fact that has happened is
 * never refused for its length. A text that may be longer than a name may have line breaks.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Limit {
    /** A name, a code, a subject: one line. */
    int NAME = 200;

    /** A reason, a note, a condition. */
    int NOTE = 4_000;

    /** A clause, minutes, a description of a scope. */
    int TEXT = 100_000;

    /** Lines, instalments, members. */
    int ITEMS = 500;

    /** The items of a price list. */
    int PRICES = 5_000;

    int value();
}
