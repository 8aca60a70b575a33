/** The register of visits and calls: how much is entered, and how well. */
package io.milepost.reporting.read.mart.registers;
