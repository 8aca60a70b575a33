/** Whether a signed contract is void since it was signed by mistake (decision 44): one person asks, another decides. */
package io.milepost.contracts.contractvoiding;
