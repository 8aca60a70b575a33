/** The event log: one totally ordered, gap-free MongoDB collection per service with conditional append, group commit and a hash chain. Knows bytes and tags, no business type, no framework. */
package io.milepost.platform.eventlog;
