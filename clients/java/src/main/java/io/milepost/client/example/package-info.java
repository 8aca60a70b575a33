/** A deal by the generated client: to be read, run and copied. */
@org.jspecify.annotations.NullMarked
package io.milepost.client.example;
