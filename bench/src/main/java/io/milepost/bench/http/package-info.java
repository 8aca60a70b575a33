/** Single requests over HTTP to the whole suite. */
package io.milepost.bench.http;
