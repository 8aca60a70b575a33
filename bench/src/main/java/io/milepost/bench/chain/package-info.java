/** From the rows of an import to exact reports, through the whole suite. */
package io.milepost.bench.chain;
