package io.milepost.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {

    @TempDir
    Path folder;

    private MVStore store;
    private GroupCommit commits;
    private MVMap<Integer, String> map;

    @BeforeEach
    void open() {
        store = new MVStore.Builder()
                .fileName(folder.resolve("store").toString())
                .autoCommitDisabled()
                .open();
        map = store.openMap("map");
        commits = new GroupCommit(store);
    }

    @AfterEach
    void close() {
        commits.close();
        store.closeImmediately();
    }

    @Test
    void a_change_is_answered_when_it_is_committed() {
        commits.change(() -> map.put(1, "one"));
        assertThat(store.hasUnsavedChanges()).isFalse();
        map.put(2, "two");
        assertThat(store.hasUnsavedChanges()).isTrue();
    }

    @Test
    void a_change_that_failed_has_committed_what_it_did_before() {
        assertThatThrownBy(() -> commits.change(() -> {
                    map.put(1, "half");
                    throw new IllegalArgumentException("the other half");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.hasUnsavedChanges()).isFalse();
    }

    @Test
    void a_read_is_not_answered_before_what_it_saw_is_committed() throws Exception {
        CountDownLatch changed = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        CompletableFuture<Void> change = CompletableFuture.runAsync(() -> commits.change(() -> {
            map.put(1, "seen");
            changed.countDown();
            return awaited(finish);
        }));
        assertThat(changed.await(5, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> commits.read(() -> map.get(1)));
        assertThat(read.completeOnTimeout("unanswered", 200, TimeUnit.MILLISECONDS)
                        .join())
                .isEqualTo("unanswered");
        finish.countDown();
        change.join();
        assertThat(commits.read(() -> map.get(1))).isEqualTo("seen");
    }

    @Test
    void a_failed_commit_fails_the_answer_and_all_later_ones() {
        commits.change(() -> map.put(1, "kept"));
        assertThat(commits.healthy()).isTrue();
        assertThatThrownBy(() -> commits.change(() -> {
                    map.put(2, "lost");
                    store.getFileStore().close();
                    return "acknowledged";
                }))
                .isInstanceOf(GroupCommit.CommitFailed.class);
        assertThat(commits.healthy()).isFalse();
        assertThatThrownBy(() -> commits.change(() -> "acknowledged")).isInstanceOf(GroupCommit.CommitFailed.class);
        assertThatThrownBy(() -> commits.read(() -> "read")).isInstanceOf(GroupCommit.CommitFailed.class);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
