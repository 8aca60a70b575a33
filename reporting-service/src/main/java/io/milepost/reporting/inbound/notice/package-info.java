/** What is read of notices, which every deciding service publishes alike. */
package io.milepost.reporting.inbound.notice;
