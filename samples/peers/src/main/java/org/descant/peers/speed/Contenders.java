package org.descant.peers.speed;

import java.util.List;

/** What a library has to make steps with. The program finds it as a service of this type. */
public interface Contenders {
    /** The library and its version. */
    String library();

    /** The ways to make a step. They are made without touching the library, which may be missing. */
    List<Contender> contenders();
}
