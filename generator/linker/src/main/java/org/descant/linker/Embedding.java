package org.descant.linker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Classes of other libraries, taken in among those of a module under a package of its own. */
final class Embedding {
    private final ClassFolder folder;
    private final String from;
    private final String to;
    private final Set<String> taken = new HashSet<>();

    /**
     * Gives classes other names.
     *
     * @param from what the names of the library's classes begin with, such as {@code org/example/}
     * @param to what is to stand in its place
     */
    Embedding(ClassFolder folder, String from, String to) {
        this.folder = folder;
        this.from = from;
        this.to = to;
    }

    /**
     * Takes in the classes of a jar, without what signs them.
     *
     * @return how many there are
     */
    int embed(Path jar) throws IOException {
        int count = 0;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().startsWith(from) && entry.getName().endsWith(ClassFolder.SUFFIX)) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        taken.add(write(in.readAllBytes()));
                    }
                    count++;
                }
            }
        }
        return count;
    }

    /** Lets the classes of the module use those that were taken in. */
    void refer() throws IOException {
        for (String name : folder.names()) {
            byte[] bytes = folder.read(name);
            // Names stand in a class file as they are, and what has been renamed has the name of the library no more.
            if (new String(bytes, StandardCharsets.ISO_8859_1).contains(from)) {
                write(bytes);
            }
        }
    }

    /** Deletes what was taken in of another version of the library, and is not of this one. */
    void deleteOthers() throws IOException {
        for (String name : folder.names()) {
            if (name.startsWith(to) && !taken.contains(name) && !LambdaClass.isName(name)) {
                folder.delete(name);
            }
        }
    }

    /** Writes a class under its new name, which it returns. */
    private String write(byte[] bytes) throws IOException {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(0);
        Renaming names = new Renaming();
        reader.accept(new ClassRemapper(writer, names), 0);
        String name = names.map(reader.getClassName());
        folder.write(name, writer.toByteArray());
        return name;
    }

    private final class Renaming extends Remapper {
        Renaming() {
            super(Opcodes.ASM9);
        }

        @Override
        public String map(String name) {
            return name.startsWith(from) ? to + name.substring(from.length()) : name;
        }
    }
}
