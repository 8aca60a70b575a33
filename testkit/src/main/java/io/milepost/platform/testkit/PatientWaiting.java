package io.milepost.platform.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Waiting for a condition takes as long as a slow machine needs: Awaitility's own ten seconds are too few for a consumer that joins
 * its group on two busy cores. What holds already is not waited for: a walk asks some thousand times. Found by name in
 * {@code META-INF/services}, in every module that uses the test kit.
 */
public final class PatientWaiting implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(25));
    }
}
