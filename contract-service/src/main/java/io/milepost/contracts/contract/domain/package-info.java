/** What may happen to a contract. Pure Java. */
@NullMarked
package io.milepost.contracts.contract.domain;

import org.jspecify.annotations.NullMarked;
