/** The account, one golden record of a customer company. It becomes a customer by a signed contract alone, is possibly dormant, key or a problem, and merged into the account that stands for the same company. */
package io.milepost.leads.account;
