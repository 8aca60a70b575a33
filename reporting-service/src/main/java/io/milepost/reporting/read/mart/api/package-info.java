/** The mart over HTTP: reports, datasets and what is declared, as JSON, CSV and lines. */
package io.milepost.reporting.read.mart.api;
