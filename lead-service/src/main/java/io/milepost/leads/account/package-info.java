/** The account, one golden record of a customer company. It becomes a customer by a signed contract alone, and only once. */
package io.milepost.leads.account;
