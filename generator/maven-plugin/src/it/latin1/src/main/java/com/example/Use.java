package com.example;

import org.descant.runtime.Parameters;

/** Größe. */
class Use {
    static final String WORD = "Größe";

    private Use() {}

    static Paper optimizer(Parameters parameters) {
        return new Paper(parameters).alpha(0.5).beta2(0.25);
    }
}
