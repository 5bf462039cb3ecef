package org.descant.peers.nd4j;

import java.util.List;
import org.descant.peers.speed.Contender;
import org.descant.peers.speed.Contenders;

/** ND4J's Adam. */
public final class Nd4jContenders implements Contenders {
    @Override
    public String library() {
        return "ND4J 1.0.0-M2.1";
    }

    @Override
    public List<Contender> contenders() {
        return List.of(new Nd4jAdam());
    }
}
