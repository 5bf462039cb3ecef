package org.descant.compiler.compile;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.descant.compiler.emit.JavaSource;
import org.descant.compiler.emit.VectorForm;
import org.descant.runtime.Optimizer;
import org.descant.runtime.SettableSchedule;

/**
 * What a source was compiled to. The bytes stay as long as this object; the class made of them is shared by all who ask while somebody
 * holds it, and goes when nobody does.
 */
public final class ClassFiles {
    private final JavaSource source;
    private final Map<String, byte[]> files;
    private final Optional<VectorForm> vectors;
    private WeakReference<Class<?>> loaded = new WeakReference<>(null);

    private ClassFiles(JavaSource source, Map<String, byte[]> files, Optional<VectorForm> vectors) {
        this.source = source;
        this.files = Map.copyOf(files);
        this.vectors = vectors;
    }

    /** The same, whose class finds a vector form beside it. */
    public ClassFiles with(VectorForm form) {
        return new ClassFiles(source, files, Optional.of(form));
    }

    /**
     * Compiles one source.
     *
     * @throws ClassCompilerException if the compiler refuses it
     */
    public static ClassFiles compile(JavaSource source, ClassCompiler compiler) {
        return compileAll(List.of(source), compiler).get(0);
    }

    /**
     * Compiles many sources at once, which spares javac most of its time; their order stays.
     *
     * @throws ClassCompilerException if the compiler refuses a source
     */
    public static List<ClassFiles> compileAll(List<JavaSource> sources, ClassCompiler compiler) {
        Map<String, byte[]> files = compiler.compile(sources);
        return sources.stream()
                .map(source -> new ClassFiles(
                        source, Map.of(source.className(), files.get(source.className())), Optional.empty()))
                .toList();
    }

    public JavaSource source() {
        return source;
    }

    /** The bytes of bytecode of all methods, by name and descriptor. */
    public Map<String, Integer> methodSizes() {
        Map<String, Integer> sizes = new TreeMap<>();
        files.values().forEach(file -> sizes.putAll(MethodSizes.of(file)));
        return sizes;
    }

    /** The class of a rule, in a loader of its own. */
    public Class<? extends Optimizer> load() {
        return loadAny().asSubclass(Optimizer.class);
    }

    /** The class of a schedule, in a loader of its own. */
    public Class<? extends SettableSchedule> loadSchedule() {
        return loadAny().asSubclass(SettableSchedule.class);
    }

    private synchronized Class<?> loadAny() {
        Optional<Class<?>> held = Optional.ofNullable(loaded.get());
        Class<?> type = held.orElseGet(() -> RuleClasses.load(source.className(), files, vectors));
        loaded = new WeakReference<>(type);
        return type;
    }
}
