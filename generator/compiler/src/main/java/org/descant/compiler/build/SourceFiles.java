package org.descant.compiler.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that are written together: all of them or, where one cannot be, none; and none is ever seen half-written. */
public final class SourceFiles {
    private SourceFiles() {}

    /**
     * Writes texts to files, in UTF-8, with the folders that they need.
     *
     * @throws FileException if a file cannot be written
     */
    public static void write(Map<Path, String> texts) {
        Map<Path, byte[]> contents = new LinkedHashMap<>();
        texts.forEach((file, text) -> contents.put(file, text.getBytes(StandardCharsets.UTF_8)));
        replace(contents, List.of());
    }

    /**
     * Makes the folders that a file needs and makes sure that it can be written, for what takes long to find out.
     *
     * @throws FileException if it cannot be written
     */
    public static void prepare(Path file) {
        if (!isStream(file)) {
            discard(beside(behindLinks(file), new byte[0]));
        }
    }

    /**
     * Writes files, and deletes others once it is sure that all of them can be written.
     *
     * @throws FileException if a file cannot be written or deleted
     */
    static void replace(Map<Path, byte[]> contents, Collection<Path> gone) {
        Map<Path, Path> ready = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, byte[]> content : contents.entrySet()) {
                if (!isStream(content.getKey())) {
                    Path file = behindLinks(content.getKey());
                    ready.put(file, beside(file, content.getValue()));
                }
            }
            // First, since a file system may take two names for one that differ in case alone.
            gone.forEach(SourceFiles::delete);
            for (Map.Entry<Path, Path> file : ready.entrySet()) {
                move(file.getValue(), file.getKey());
            }
            contents.forEach(SourceFiles::send);
        } finally {
            ready.values().forEach(SourceFiles::discard);
        }
    }

    /** A device or a pipe, such as /dev/stdout: what is written there replaces nothing. */
    private static boolean isStream(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    private static void send(Path file, byte[] content) {
        if (isStream(file)) {
            try {
                Files.write(file, content);
            } catch (IOException unwritten) {
                throw new FileException(file + " cannot be written: " + FileProblem.of(unwritten));
            }
        }
    }

    /** What a symbolic link points to: the link stays, and its file is replaced. */
    private static Path behindLinks(Path file) {
        try {
            return Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
        } catch (IOException unreadable) {
            throw new FileException(file + " cannot be written: " + FileProblem.of(unreadable));
        }
    }

    /** A temporary file in the folder where the file is to be: only there is it sure that it can be moved in one step. */
    private static Path beside(Path file, byte[] content) {
        if (Files.isDirectory(file)) {
            throw new FileException(file + " cannot be written: it is a directory");
        }
        Path folder = lastFolder(file);
        if (!Files.isDirectory(folder)) {
            throw new FileException(file + " cannot be written: " + folder + " is a file, not a directory");
        }
        Path temporary = file.toAbsolutePath()
                .resolveSibling(
                        "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            createFolder(temporary);
            Files.write(temporary, content);
            copyPermissions(file, temporary);
            return temporary;
        } catch (NoSuchFileException unmade) {
            // Said of what was to be made: there are file systems in which nothing can be.
            discard(temporary);
            throw new FileException(file + " cannot be written: nothing can be made in " + folder);
        } catch (IOException unwritten) {
            discard(temporary);
            throw new FileException(file + " cannot be written: " + FileProblem.of(unwritten));
        }
    }

    /** The last part of the way to a file that there is. */
    private static Path lastFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        while (folder != null && !Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder == null ? file.toAbsolutePath() : folder;
    }

    private static void createFolder(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
    }

    private static void copyPermissions(Path file, Path temporary) throws IOException {
        if (Files.exists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(file));
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unmoved) {
            throw new FileException(to + " cannot be written: " + FileProblem.of(unmoved));
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException undeleted) {
            throw new FileException(file + " cannot be deleted: " + FileProblem.of(undeleted));
        }
    }

    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException kept) {
            // Its folder is gone or no folder: then there is no such file, and the first failure is the one to tell.
        }
    }
}
