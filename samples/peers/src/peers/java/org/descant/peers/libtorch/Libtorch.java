package org.descant.peers.libtorch;

import java.util.List;
import org.descant.peers.speed.Contender;
import org.descant.peers.speed.Contenders;

/** The ways to make a step with libtorch: its optimizer object, and what TorchScript reaches, as no Java method does. */
public final class Libtorch implements Contenders {
    @Override
    public String library() {
        return "libtorch 2.7.1 through org.bytedeco:pytorch 1.5.12";
    }

    @Override
    public List<Contender> contenders() {
        return List.of(
                new OptimizerObject(),
                new Script("libtorch foreach", "foreach"),
                new Script("libtorch fused", "fused"));
    }
}
