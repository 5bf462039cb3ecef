package org.descant.compiler.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.emit.JavaSource;
import org.descant.compiler.emit.VectorForm;
import org.descant.runtime.Optimizer;

/**
 * A loader of one rule's class alone, and of its vector form: the class lives as long as somebody holds it, or an object of it. Its classes have the protection domain of the runtime:
 * what the runtime {@linkplain Optimizer loads for them} is not loaded for another one as long as a security manager may come, as on JDK 17.
 */
final class RuleClassLoader extends ClassLoader {
    private final Map<String, byte[]> classes;
    private final Optional<VectorForm> vectors;

    RuleClassLoader(Map<String, byte[]> classes, Optional<VectorForm> vectors, ClassLoader parent) {
        super(parent);
        this.classes = Map.copyOf(classes);
        this.vectors = vectors;
    }

    /** Its own classes come first, so that a rule may have the name of a class that is on the class path. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = isOfVectors(name) ? vectorForm(name) : classes.get(name);
            return bytes == null
                    ? super.loadClass(name, resolve)
                    : defineClass(name, bytes, 0, bytes.length, Optimizer.class.getProtectionDomain());
        }
    }

    private boolean isOfVectors(String name) {
        return vectors.isPresent() && vectors.get().className().equals(name);
    }

    /** Janino makes it: it asks no more of a JVM than that the module is there. */
    private byte[] vectorForm(String name) throws ClassNotFoundException {
        JavaSource source =
                vectors.flatMap(form -> form.source().get()).orElseThrow(() -> new ClassNotFoundException(name));
        return Optional.ofNullable(new JaninoCompiler().compile(List.of(source)).get(name))
                .orElseThrow(() -> new ClassNotFoundException(name));
    }
}
