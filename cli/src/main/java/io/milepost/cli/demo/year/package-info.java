/** A year of a company, drawn from a seed and played through the public API, story by story and many at once. */
package io.milepost.cli.demo.year;
