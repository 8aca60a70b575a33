/** What a sales order decides; pure. */
package io.milepost.contracts.salesorder.domain;
