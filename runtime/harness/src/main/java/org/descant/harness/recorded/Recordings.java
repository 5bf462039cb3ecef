package org.descant.harness.recorded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The recordings that ship with this module. */
public final class Recordings {
    private static final String FOLDER = "/META-INF/descant/recordings/";
    private static final String SCHEDULES = RecordedSchedule.FOLDER;
    private static final String SUFFIX = ".json";

    private Recordings() {}

    /** The names of all recorded runs and, behind them and with {@code schedules/} before them, of all recorded schedules. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(trajectories());
        schedules().forEach(name -> names.add(SCHEDULES + name));
        return names;
    }

    /**
     * The recorded run or schedule of that name; {@code schedules/} may be left out where no run has the name.
     *
     * @throws RecordingException if there is none
     */
    public static Recording recording(String name) {
        String bare = name.startsWith(SCHEDULES) ? name.substring(SCHEDULES.length()) : name;
        boolean isSchedule = !trajectories().contains(name) && schedules().contains(bare);
        return isSchedule ? schedule(bare) : trajectory(name);
    }

    /** The names of all recorded runs, in the order of the alphabet. */
    public static List<String> trajectories() {
        return index().stream().filter(name -> !name.startsWith(SCHEDULES)).toList();
    }

    /** The names of all recorded schedules, in the order of the alphabet. */
    public static List<String> schedules() {
        return index().stream()
                .filter(name -> name.startsWith(SCHEDULES))
                .map(name -> name.substring(SCHEDULES.length()))
                .toList();
    }

    /**
     * The recorded run of that name.
     *
     * @throws RecordingException if there is none
     */
    public static Trajectory trajectory(String name) {
        if (!trajectories().contains(name)) {
            throw new RecordingException("there is no recorded run '" + name
                    + "' among those that ship with Descant: give one of their names, or the path of a file");
        }
        String file = name + SUFFIX;
        try (InputStream stream = open(file)) {
            return RecordingReader.trajectory(stream, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    /**
     * The recorded schedule of that name.
     *
     * @throws RecordingException if there is none
     */
    public static RecordedSchedule schedule(String name) {
        if (!schedules().contains(name)) {
            throw new RecordingException("there is no recorded schedule '" + name
                    + "' among those that ship with Descant: give one of their names, or the path of a file");
        }
        String file = SCHEDULES + name + SUFFIX;
        try (InputStream stream = open(file)) {
            return RecordingReader.schedule(stream, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    /** A jar cannot be listed by way of the class path, so a file says what there is. */
    private static List<String> index() {
        try (InputStream stream = open("index.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("index.txt", unreadable);
        }
    }

    private static InputStream open(String file) {
        InputStream stream = Recordings.class.getResourceAsStream(FOLDER + file);
        if (stream == null) {
            throw new IllegalStateException("the class path has no " + FOLDER + file);
        }
        return stream;
    }
}
