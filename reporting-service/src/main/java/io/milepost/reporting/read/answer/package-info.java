/** The frame of what is answered beside the reports: the trace and the notices. */
package io.milepost.reporting.read.answer;
