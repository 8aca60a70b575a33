/** The register of visits and calls. */
package io.milepost.reporting.read.mart.registers;
