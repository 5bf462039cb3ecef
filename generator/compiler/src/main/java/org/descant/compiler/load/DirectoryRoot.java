package org.descant.compiler.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.descant.grammar.source.SourceText;

/** A directory of rule files. A link that leads out of it is refused. */
public record DirectoryRoot(Path directory) implements ImportRoot {
    @Override
    public Optional<SourceText> find(ImportName name) throws ImportRefusedException {
        try {
            Path file = directory.resolve(name.toString());
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            if (!file.toRealPath().startsWith(directory.toRealPath())) {
                throw new ImportRefusedException("'" + name + "' is a link that leads out of its folder");
            }
            try (InputStream stream = Files.newInputStream(file)) {
                return Optional.of(SourceDecoder.decode(file.toString(), stream));
            }
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ImportRefusedException("'" + name + "' cannot be read");
        }
    }
}
