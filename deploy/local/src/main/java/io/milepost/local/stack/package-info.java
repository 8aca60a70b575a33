/** The process that {@code ./milepost up} starts first: database, broker and token issuer, and whether they are ready. */
package io.milepost.local.stack;
