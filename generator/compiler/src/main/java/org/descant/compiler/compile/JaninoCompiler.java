package org.descant.compiler.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.descant.compiler.emit.JavaSource;

/**
 * Janino: small, quick, and there without a JDK. Nothing of it is loaded with this class, which would hold up whoever makes a compiler: {@link #prepare}
 * leaves that to another thread.
 */
public final class JaninoCompiler implements ClassCompiler {
    static final String NAME = "janino";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare() {
        JaninoStart.begin();
    }

    @Override
    public Map<String, byte[]> compile(List<JavaSource> sources) {
        JaninoStart.await();
        Map<String, byte[]> classes = new HashMap<>();
        for (JavaSource source : sources) {
            classes.putAll(JaninoUnit.compile(source));
        }
        return classes;
    }
}
