/** The published language as documents, written from the catalogues alone: OpenAPI, AsyncAPI, JSON Schema, samples and the catalogue in Markdown. Pure functions; nothing is read or served here. */
package io.milepost.platform.documents;
