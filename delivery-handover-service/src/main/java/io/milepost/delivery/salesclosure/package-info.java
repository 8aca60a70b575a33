/** The end of a strategic deal's sales project, won or not: a checklist that people and the archive tick off. The end of the deal opens it. Owns gate G21 of the sales side. */
package io.milepost.delivery.salesclosure;
