package org.descant.runtime;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The thread in which vector forms are tried out, one after the other. It ends when there is nothing left to try, and keeps no program alive. */
final class VectorTrials {
    private static final ThreadPoolExecutor THREAD = thread();

    private VectorTrials() {}

    private static ThreadPoolExecutor thread() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "descant-vectors");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    static void begin(Runnable trial) {
        THREAD.execute(trial);
    }
}
