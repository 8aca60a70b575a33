/** What may happen to an account. Pure Java. */
@NullMarked
package io.milepost.leads.account.domain;

import org.jspecify.annotations.NullMarked;
