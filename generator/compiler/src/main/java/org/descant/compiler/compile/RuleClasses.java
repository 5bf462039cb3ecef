package org.descant.compiler.compile;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.emit.VectorForm;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.RuleDescription;
import org.descant.runtime.SettableSchedule;

/** Makes classes, optimizers and schedules of generated source. */
public final class RuleClasses {
    private RuleClasses() {}

    /** A class of class files, in a loader of its own. */
    static Class<?> load(String className, Map<String, byte[]> classes, Optional<VectorForm> vectors) {
        RuleClassLoader loader = new RuleClassLoader(classes, vectors, RuleClasses.class.getClassLoader());
        try {
            return Class.forName(className, true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(className + " was compiled and is not there", e);
        }
    }

    /** An optimizer of a generated class; what its constructor throws is thrown here. */
    public static Optimizer create(Class<? extends Optimizer> type, Parameters parameters) {
        try {
            return type.getConstructor(Parameters.class).newInstance(parameters);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(type + " cannot be created", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is not a generated class", e);
        }
    }

    /** The description that a generated class carries. */
    public static RuleDescription description(Class<? extends Optimizer> type) {
        try {
            return (RuleDescription) type.getField("DESCRIPTION").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is not a generated class", e);
        }
    }

    /** A schedule of a generated class, with its defaults. */
    public static SettableSchedule create(Class<? extends SettableSchedule> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is not a generated class", e);
        }
    }
}
