package org.descant.linker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lambdas, references and records of many kinds, and what they give. It runs with the JDK alone. */
public final class Forms {
    private final String own = "own";

    private Forms() {}

    /** What all of them give, each as text. */
    public static List<String> results() throws Exception {
        List<String> results = new ArrayList<>();
        new Forms().lambdas(results);
        references(results);
        conversions(results);
        records(results);
        return results;
    }

    private void lambdas(List<String> results) throws Exception {
        long wide = 1L << 40;
        double real = 0.25;
        boolean yes = true;
        byte small = -3;
        char letter = 'x';
        Supplier<String> captures = () -> own + wide + real + yes + small + letter + results.size();
        results.add(captures.get());
        Supplier<Supplier<String>> nested = () -> () -> own + wide;
        results.add(nested.get().get());
        Callable<Integer> boxes = () -> results.size();
        results.add(boxes.call().toString());
        DoubleUnaryOperator primitive = x -> x * real;
        results.add(Double.toString(primitive.applyAsDouble(3)));
        IntPredicate many = i -> i > wide;
        results.add(Boolean.toString(many.test(7)));
        Runnable nothing = () -> results.add("ran");
        nothing.run();
        results.add(new Inner().add(2).toString());
        results.add(Integer.toString(((Shape) () -> 4).twice()));
    }

    private static void references(List<String> results) throws Exception {
        Function<String, Integer> unbound = String::length;
        results.add(unbound.apply("four").toString());
        Supplier<String> bound = "bound"::toUpperCase;
        results.add(bound.get());
        Supplier<List<String>> constructor = ArrayList::new;
        results.add(constructor.get().toString());
        IntFunction<int[]> array = int[]::new;
        results.add(Integer.toString(array.apply(5).length));
        ToLongFunction<Integer> widens = Integer::intValue;
        results.add(Long.toString(widens.applyAsLong(9)));
        ToIntFunction<Integer> unboxes = i -> i;
        results.add(Integer.toString(unboxes.applyAsInt(11)));
        BiFunction<Integer, Integer, Integer> both = Math::max;
        results.add(both.apply(3, 8).toString());
        LongSupplier result = List.of(1, 2)::size;
        results.add(Long.toString(result.getAsLong()));
        Map<String, Integer> counts = new TreeMap<>();
        Stream.of("a", "b", "a").forEach(word -> counts.merge(word, 1, Integer::sum));
        results.add(counts.toString());
        Function<Callable<String>, String> throwing = Forms::called;
        results.add(throwing.apply(Forms::secret));
        Runnable dropsWide = System::nanoTime;
        dropsWide.run();
    }

    private static void conversions(List<String> results) {
        Function<Character, Integer> widensBox = Character::charCount;
        results.add(widensBox.apply('c').toString());
        Function<Character, Long> toLong = Forms::twice;
        results.add(toLong.apply('c').toString());
        ToIntFunction<String> fromBox = Forms::first;
        results.add(Integer.toString(fromBox.applyAsInt("text")));
        ToLongFunction<Short> small = Forms::twice;
        results.add(Long.toString(small.applyAsLong((short) -5)));
        Function<String, String> onlyTexts = String::valueOf;
        results.add(givenAnother(onlyTexts));
        Function<Object[], Integer> many = Forms::count;
        results.add(many.apply(new Object[] {1, 2}).toString());
        Function<String, Integer> one = Forms::count;
        results.add(one.apply("a").toString());
        Function<int[], int[]> clones = int[]::clone;
        results.add(Integer.toString(clones.apply(new int[] {7})[0]));
    }

    private static long twice(long number) {
        return 2 * number;
    }

    private static Character first(String text) {
        return text.charAt(0);
    }

    private static int count(Object... all) {
        return all.length;
    }

    /** What comes of it where a caller gives what the types forbid. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static String givenAnother(Function<String, String> function) {
        try {
            return String.valueOf(((Function) function).apply(1));
        } catch (ClassCastException e) {
            return "refused";
        }
    }

    private static String called(Callable<String> callable) {
        try {
            return callable.call();
        } catch (Exception e) {
            return e.toString();
        }
    }

    private static String secret() {
        return "secret";
    }

    private static void records(List<String> results) {
        List<Object> values = List.of(
                new All(1, 2L, 3f, 4.0, true, 'c', (byte) 5, (short) 6, "text", "object", List.of(1)),
                new All(1, 2L, 3f, 4.0, true, 'c', (byte) 5, (short) 6, "text", null, List.of(1)),
                new All(1, 2L, 3f, 4.0, true, 'c', (byte) 5, (short) 6, "text", null, List.of(1)),
                new Real(Float.NaN, Double.NaN),
                new Real(Float.NaN, Double.NaN),
                new Real(0f, -0.0),
                new Real(0f, 0.0),
                new Nothing(),
                new Nothing(),
                new Written(3),
                new Written(4),
                "no record");
        for (Object value : values) {
            StringBuilder line = new StringBuilder();
            for (Object other : values) {
                line.append(value.equals(other) ? '=' : '.');
            }
            results.add(line.toString());
        }
        results.add(Integer.toString(values.get(1).hashCode()));
        values.subList(3, values.size()).forEach(value -> results.add(Integer.toString(value.hashCode())));
        results.add(values.get(5).toString());
    }

    private final class Inner {
        Integer add(int number) {
            Function<Integer, Integer> adds = given -> given + number + secretOfInner() + own.length();
            return adds.apply(10);
        }

        private int secretOfInner() {
            return 100;
        }
    }

    private interface Shape {
        int sides();

        default int twice() {
            Supplier<Integer> twice = () -> doubled(this.sides());
            return twice.get();
        }

        private int doubled(int number) {
            Supplier<Integer> twice = () -> 2 * number + sides();
            return twice.get();
        }
    }

    private record All(
            int i,
            long j,
            float f,
            double d,
            boolean z,
            char c,
            byte b,
            short s,
            String text,
            @Nullable Object object,
            List<Integer> list) {}

    private record Real(float f, double d) {}

    private record Nothing() {}

    private record Written(int parity) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Written written && written.parity % 2 == parity % 2;
        }

        @Override
        public int hashCode() {
            return parity % 2;
        }
    }
}
