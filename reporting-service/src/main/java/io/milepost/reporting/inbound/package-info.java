/** Other services' events as this one reads them: just the fields that are used, one folder per producer. */
@NullMarked
package io.milepost.reporting.inbound;

import org.jspecify.annotations.NullMarked;
