package io.milepost.reporting.read.mart.export;

import java.util.List;

/** Where files are kept. */
public interface KeptFiles {

    List<KeptFile> all();
}
