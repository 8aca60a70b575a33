/** Opportunities and what they are offered at: found, judged, valued, closed. Won only by the signed contract that contract-service reports. */
@NullMarked
package io.milepost.opportunities;

import org.jspecify.annotations.NullMarked;
