package org.descant.peers;

/** What was found about one optimizer of a library. */
record Finding(String library, Peer peer, Identity identity) {}
