/** The certificates of erased persons over all services, with the files that are kept: told from what lead-service has decided. */
package io.milepost.reporting.read.erasures;
