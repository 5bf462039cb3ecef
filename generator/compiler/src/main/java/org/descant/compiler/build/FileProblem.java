package org.descant.compiler.build;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

/** Why a file cannot be read or written, in words. */
public final class FileProblem {
    private FileProblem() {}

    public static String of(IOException problem) {
        if (problem instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (problem instanceof FileAlreadyExistsException || problem instanceof NotDirectoryException) {
            return ((FileSystemException) problem).getFile() + " is a file, not a directory";
        }
        Optional<Path> inTheWay = problem instanceof FileSystemException other && other.getFile() != null
                ? inTheWay(other.getFile())
                : Optional.empty();
        if (inTheWay.isPresent()) {
            return inTheWay.get() + " is a file, not a directory";
        }
        if (problem instanceof NoSuchFileException missing) {
            return "there is no " + missing.getFile();
        }
        if (problem instanceof FileSystemException other && other.getReason() != null) {
            return other.getReason();
        }
        return String.valueOf(problem.getMessage());
    }

    /** The file where a path has a folder. */
    private static Optional<Path> inTheWay(String path) {
        Path folder = Path.of(path).getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder).filter(Files::isRegularFile);
    }
}
