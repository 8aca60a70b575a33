/** Opportunities and what they are offered at: found, judged, valued, closed. Won only by the signed contract that contract-service reports. */
package io.milepost.opportunities;
