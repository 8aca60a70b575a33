/** The server of PostgreSQL as people and accidents treat it: restarted, killed, orphaned, in the way of another. */
package io.milepost.local.postgresql;
