/**
 * A real PostgreSQL server without an installation: programs from Maven, run as a child of whoever starts it. Used by the
 * local stack and, in-process, by tests.
 */
package io.milepost.local.postgresql;
