package org.descant.compiler.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import org.descant.grammar.source.SourceText;

/**
 * The rule files under a folder of the class path.
 *
 * @param prefix the folder, without a slash at its ends: {@code META-INF/descant/rules}
 */
public record ClassPathRoot(ClassLoader loader, String prefix) implements ImportRoot {
    @Override
    public Optional<SourceText> find(ImportName name) throws ImportRefusedException {
        URL resource = loader.getResource(prefix + "/" + name);
        if (resource == null) {
            return Optional.empty();
        }
        try (InputStream stream = resource.openStream()) {
            return Optional.of(SourceDecoder.decode(name.toString(), stream));
        } catch (IOException e) {
            throw new ImportRefusedException("'" + name + "' cannot be read");
        }
    }
}
