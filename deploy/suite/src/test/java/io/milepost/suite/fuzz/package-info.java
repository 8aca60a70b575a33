/**
 * Requests that nobody should send and those that everybody may, made of the OpenAPI documents and a seed alone: the same seed and
 * number are the same request.
 */
package io.milepost.suite.fuzz;
