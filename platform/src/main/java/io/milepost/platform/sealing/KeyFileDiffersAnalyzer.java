package io.milepost.platform.sealing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the start what to do about it. */
final class KeyFileDiffersAnalyzer extends AbstractFailureAnalyzer<KeyFileDiffersException> {

    /** For spring.factories. */
    KeyFileDiffersAnalyzer() {}

    @Override
    protected FailureAnalysis analyze(Throwable root, KeyFileDiffersException differs) {
        return new FailureAnalysis(
                "What this service holds of persons cannot be read: " + differs.getMessage() + ".",
                "Give it the key file that it had, by milepost.security.key-file or milepost.security.other-key-files. A file that was not at its place was made anew by this start.",
                differs);
    }
}
