package org.descant.peers.tribuo;

import java.util.List;
import org.descant.peers.speed.Contender;
import org.descant.peers.speed.Contenders;

/** Tribuo's Adam. */
public final class TribuoContenders implements Contenders {
    @Override
    public String library() {
        return "Tribuo 4.3.2";
    }

    @Override
    public List<Contender> contenders() {
        return List.of(new TribuoAdam());
    }
}
