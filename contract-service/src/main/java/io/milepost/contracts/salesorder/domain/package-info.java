/** What a sales order decides; pure. */
@NullMarked
package io.milepost.contracts.salesorder.domain;

import org.jspecify.annotations.NullMarked;
