/** What may happen to a lead. Pure Java. */
@NullMarked
package io.milepost.leads.lead.domain;

import org.jspecify.annotations.NullMarked;
