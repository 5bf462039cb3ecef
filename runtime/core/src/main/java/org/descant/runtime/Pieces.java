package org.descant.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The memory that a sweep passes over, in its order: the runs of all groups, or all tensors, group by group. */
final class Pieces {
    private final Group[] groups;
    private final int[] places;
    private final int[] lengths;
    private final int[] ends;

    private Pieces(List<Group> groups, List<Integer> places, List<Integer> lengths, List<Integer> ends) {
        this.groups = groups.toArray(Group[]::new);
        this.places = numbers(places);
        this.lengths = numbers(lengths);
        this.ends = numbers(ends);
    }

    private static int[] numbers(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The runs of all groups. */
    static Pieces ofRuns(Group[] groups) {
        List<Group> owners = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (Group group : groups) {
            Run[] runs = group.runs(0);
            for (int place = 0; place < runs.length; place++) {
                owners.add(group);
                places.add(place);
                lengths.add(runs[place].length());
                ends.add(runs[place].offsets()[0] + runs[place].length());
            }
        }
        return new Pieces(owners, places, lengths, ends);
    }

    /** All tensors. */
    static Pieces ofTensors(Group[] groups) {
        List<Group> owners = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (Group group : groups) {
            for (int place = 0; place < group.tensors().length; place++) {
                Tensor tensor = group.tensors()[place].tensor();
                owners.add(group);
                places.add(place);
                lengths.add(tensor.length());
                ends.add(tensor.offset() + tensor.length());
            }
        }
        return new Pieces(owners, places, lengths, ends);
    }

    /** The group of a piece. */
    Group group(int piece) {
        return groups[piece];
    }

    /** Which of the group's runs or tensors it is. */
    int place(int piece) {
        return places[piece];
    }

    /** Its elements. */
    int length(int piece) {
        return lengths[piece];
    }

    /** The index behind its last element, in the array that holds the values. */
    int end(int piece) {
        return ends[piece];
    }

    /** Portions of all pieces. */
    Portions all(int threads, boolean cuts) {
        return of(IntStream.range(0, groups.length).toArray(), threads, cuts);
    }

    /** Portions of some pieces. */
    Portions of(int[] some, int threads, boolean cuts) {
        return new Portions(some, lengths, threads, cuts);
    }

    /** How many there are. */
    int count() {
        return groups.length;
    }

    long elements() {
        return Arrays.stream(lengths).asLongStream().sum();
    }
}
