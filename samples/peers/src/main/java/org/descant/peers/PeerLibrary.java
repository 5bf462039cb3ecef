package org.descant.peers;

import java.util.List;

/** A library whose optimizers are put beside the rules. The program finds it as a service of this type. */
public interface PeerLibrary {
    /** Its name and version, such as {@code "Tribuo 4.3.2"}. */
    String name();

    /** Its optimizers, each set up in one way; the same class may be there more than once. */
    List<Peer> peers();
}
