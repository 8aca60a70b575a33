/** The mart over HTTP: reports, datasets and what is declared, as JSON, CSV, lines and files. */
package io.milepost.reporting.read.mart.api;
