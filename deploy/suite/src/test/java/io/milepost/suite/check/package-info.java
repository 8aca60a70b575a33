/**
 * Whether the logs, the topics and the reports of the suite agree with each other and with what callers were told. Pure
 * functions over what was read; each returns the faults in words, none when all is well.
 */
package io.milepost.suite.check;
