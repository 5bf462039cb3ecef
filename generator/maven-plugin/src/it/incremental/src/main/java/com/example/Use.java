package com.example;

import org.descant.runtime.Parameters;

/** Calls a generated class as if a colleague had written it. */
public final class Use {
    private Use() {}

    /** An optimizer of these parameters. */
    public static Mine mine(Parameters parameters) {
        return new Mine(parameters).lr(0.5).mu(0.8);
    }
}
