/** What may happen to a sales project. Pure Java. */
@NullMarked
package io.milepost.opportunities.salesproject.domain;

import org.jspecify.annotations.NullMarked;
