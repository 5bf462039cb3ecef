package org.descant.peers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import org.descant.harness.compare.NumberPair;
import org.descant.harness.compare.Parting;

/** The findings for machines: a list of objects, one for each optimizer. */
final class JsonReport {
    private JsonReport() {}

    static String text(List<Finding> findings) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        findings.forEach(finding -> list.add(object(finding)));
        return list.toPrettyString() + "\n";
    }

    private static ObjectNode object(Finding finding) {
        Peer peer = finding.peer();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("library", finding.library());
        object.put("optimizer", peer.name());
        object.put("byItsName", peer.rule());
        ObjectNode settings = object.putObject("settings");
        new TreeMap<>(peer.settings()).forEach(settings::put);
        return finding.verdict().accept(new Entry(object));
    }

    /** Adds what belongs to the verdict. */
    private record Entry(ObjectNode object) implements Verdict.Visitor<ObjectNode> {
        @Override
        public ObjectNode visit(Verdict.Same same) {
            return object.put("verdict", "same").put("largestDifference", same.largest());
        }

        @Override
        public ObjectNode visit(Verdict.Differs differs) {
            object.put("verdict", "differs");
            ArrayNode is = object.putArray("is");
            differs.is().forEach(is::add);
            where(differs.parting(), object.putObject("firstDifference"));
            return object;
        }

        @Override
        public ObjectNode visit(Verdict.Throws thrown) {
            return object.put("verdict", "throws")
                    .put("exception", thrown.thrown().toString());
        }
    }

    private static void where(Parting parting, ObjectNode where) {
        NumberPair numbers = parting.first().numbers();
        where.put("step", parting.step()).put("tensor", parting.tensor());
        ArrayNode index = where.putArray("index");
        parting.index().forEach(index::add);
        where.put("expected", numbers.expected()).put("actual", numbers.actual());
        numbers.ulps().ifPresent(ulps -> where.put("ulps", ulps));
    }
}
