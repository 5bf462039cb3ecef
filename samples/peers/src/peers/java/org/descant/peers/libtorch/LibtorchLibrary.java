package org.descant.peers.libtorch;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.LibUtils;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.global.torch;

/** The native library, which a process can have once: the binding takes the one that DJL has loaded. */
final class LibtorchLibrary {
    /** Held for as long as the program runs: nothing is recorded for gradients. */
    private static final NoGradGuard NO_GRADIENTS;

    static {
        Engine.getEngine("PyTorch");
        System.setProperty("java.library.path", LibUtils.getLibtorchPath());
        torch.set_num_threads(1);
        NO_GRADIENTS = new NoGradGuard();
    }

    private LibtorchLibrary() {}

    static void load() {
        if (NO_GRADIENTS.isNull() || torch.get_num_threads() != 1) {
            throw new IllegalStateException("libtorch does not keep to one thread");
        }
    }
}
