/** The account, one golden record of a customer company. It becomes a customer by a signed contract alone, and only once. */
@NullMarked
package io.milepost.leads.account;

import org.jspecify.annotations.NullMarked;
