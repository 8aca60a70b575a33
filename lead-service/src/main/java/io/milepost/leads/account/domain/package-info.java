/** What may happen to an account. Pure Java. */
package io.milepost.leads.account.domain;
