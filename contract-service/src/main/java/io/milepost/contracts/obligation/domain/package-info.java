/** What a register of obligations decides; pure. */
@NullMarked
package io.milepost.contracts.obligation.domain;

import org.jspecify.annotations.NullMarked;
