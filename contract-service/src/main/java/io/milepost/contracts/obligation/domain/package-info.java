/** What a register of obligations decides; pure. */
package io.milepost.contracts.obligation.domain;
