/** What may happen to a quotation. Pure Java. */
@NullMarked
package io.milepost.opportunities.quotation.domain;

import org.jspecify.annotations.NullMarked;
