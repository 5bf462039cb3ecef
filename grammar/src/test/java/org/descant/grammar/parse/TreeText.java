package org.descant.grammar.parse;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.descant.grammar.source.Span;

/** A tree as text that shows everything but the spans: two trees that differ only in their spans have the same text. */
public final class TreeText {
    private TreeText() {}

    public static String of(Object node) {
        if (node instanceof Optional<?> optional) {
            return optional.map(TreeText::of).orElse("-");
        } else if (node instanceof List<?> list) {
            return list.stream().map(TreeText::of).toList().toString();
        } else if (node instanceof Record && !(node instanceof Span)) {
            return record(node);
        }
        return node instanceof Span ? "" : node.toString();
    }

    private static String record(Object node) {
        StringJoiner parts = new StringJoiner(" ", node.getClass().getSimpleName() + "(", ")");
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            if (component.getType() != Span.class) {
                parts.add(of(value(node, component)));
            }
        }
        return parts.toString();
    }

    private static Object value(Object node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
