package org.descant.peers.speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.descant.speed.twin.Gcc;

/** Results for machines, format {@code descant-peers-speed/1}. */
final class SpeedJson {
    private SpeedJson() {}

    static String of(List<String> libraries, Machine machine, List<Result> results) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("format", "descant-peers-speed/1");
        root.put("java", machine.java());
        root.put("processor", machine.processor());
        root.put("processors", machine.processors());
        root.put("load", machine.load());
        root.put("threads", 1);
        root.put("flagsOfC", String.join(" ", Gcc.FLAGS));
        libraries.forEach(root.putArray("libraries")::add);
        ArrayNode array = root.putArray("results");
        results.forEach(result -> add(array.addObject(), result));
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ObjectNode node, Result result) {
        node.put("contender", result.contender());
        node.put("workload", result.workload().title());
        node.put("tensors", result.size().tensors());
        node.put("length", result.size().length());
        if (result instanceof Result.Timed timed) {
            node.put("nanos", timed.nanos());
            node.put("ratio", timed.ratio());
            node.put("allocatedBytes", timed.allocated());
            node.put("otherThreads", timed.elsewhere());
            timed.deviation().ifPresent(deviation -> node.put("deviation", deviation));
        } else if (result instanceof Result.Failed failed) {
            node.put("reason", failed.reason());
        }
    }
}
