package org.descant.peers.djl;

import java.util.List;
import org.descant.peers.speed.Contender;
import org.descant.peers.speed.Contenders;

/** DJL's AdamW. */
public final class DjlContenders implements Contenders {
    @Override
    public String library() {
        return "DJL 0.35.1 on PyTorch 2.7.1";
    }

    @Override
    public List<Contender> contenders() {
        return List.of(new DjlAdamW());
    }
}
