/** What may happen to a contract. Pure Java. */
package io.milepost.contracts.contract.domain;
