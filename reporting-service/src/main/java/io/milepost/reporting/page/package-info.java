/** The page for people at {@code /}: files alone. Every figure on it comes through the service's own REST API. */
package io.milepost.reporting.page;
