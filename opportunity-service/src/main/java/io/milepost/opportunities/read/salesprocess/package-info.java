/** The sales processes that an opportunity may be identified under, to look at. */
@NullMarked
package io.milepost.opportunities.read.salesprocess;

import org.jspecify.annotations.NullMarked;
