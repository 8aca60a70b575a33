@NullMarked
package io.milepost.bench;

import org.jspecify.annotations.NullMarked;
