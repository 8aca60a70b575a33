/** The register books of consultants as far as they are issued for a deal, copied from lead-service: a project is not closed before they are back. */
package io.milepost.delivery.bookcopy;
