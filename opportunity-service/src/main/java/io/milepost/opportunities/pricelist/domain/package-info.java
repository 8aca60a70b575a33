/** What may happen to a price list. Pure Java. */
@NullMarked
package io.milepost.opportunities.pricelist.domain;

import org.jspecify.annotations.NullMarked;
