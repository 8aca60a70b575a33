/** Which generation of a projection is read, and how the next one is built beside it and takes its place (ADR 0025). */
package io.milepost.reporting.read.generations;
