package org.descant.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.descant.runtime.Optimizer;

/** What generated classes are compiled against: descant-runtime, in the version of the plugin. */
final class RuntimeLibrary {
    private static final String NEED = "Generated classes need org.descant:descant-runtime:";
    private static final String CLASS = Optimizer.class.getName().replace('.', '/') + ".class";

    private final String version;

    /** @param version of the plugin */
    RuntimeLibrary(String version) {
        this.version = version;
    }

    /** What to say of the version among the dependencies of a project: nothing if it is that of the plugin. */
    Optional<String> remark(String dependency) {
        return dependency.equals(version)
                ? Optional.empty()
                : Optional.of(NEED + version + ", and the project depends on " + dependency
                        + "; give the plugin and the runtime one version");
    }

    /**
     * What to say of a class path: nothing if the runtime is on it, under whatever name.
     *
     * @throws IOException if a jar cannot be read
     */
    Optional<String> absence(List<Path> classPath) throws IOException {
        for (Path element : classPath) {
            if (holds(element)) {
                return Optional.empty();
            }
        }
        return Optional.of(NEED + version + ", which is not among the dependencies of the project; add it to them");
    }

    private static boolean holds(Path element) throws IOException {
        if (!Files.isRegularFile(element)) {
            return Files.exists(element.resolve(CLASS));
        }
        try (ZipFile jar = new ZipFile(element.toFile())) {
            return jar.getEntry(CLASS) != null;
        }
    }
}
