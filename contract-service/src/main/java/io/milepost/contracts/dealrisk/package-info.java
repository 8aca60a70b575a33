/** What may hinder the sales project of a deal and is not done with, copied from opportunity-service, which keeps the register: who reviews its contract can depend on it. */
package io.milepost.contracts.dealrisk;
