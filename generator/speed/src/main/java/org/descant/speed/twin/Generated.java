package org.descant.speed.twin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.descant.compiler.compile.RuleClasses;
import org.descant.runtime.Block;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.Step;
import org.descant.runtime.TensorStep;

/** A generated class, whose methods the runtime alone may call, as something that another optimizer can hand calls on to. */
final class Generated {
    private static final Class<?>[] STEP = {Step.class};
    private static final Class<?>[] SWEEP = {int.class, Step.class};
    private static final Class<?>[] TENSOR = {int.class, Step.class, TensorStep.class};

    private final Optimizer optimizer;
    private final Map<String, Method> methods = new HashMap<>();

    Generated(Class<? extends Optimizer> type, Parameters parameters) {
        optimizer = RuleClasses.create(type, parameters);
    }

    void prologue(String name, Step step) {
        call(name, STEP, step);
    }

    void prologue(String name, int number, Step step) {
        call(name, SWEEP, number, step);
    }

    void tensorPrologue(String name, int sweep, Step step, TensorStep tensor) {
        call(name, TENSOR, sweep, step, tensor);
    }

    int decide(TensorStep tensor) {
        return (Integer) call("decide", new Class<?>[] {TensorStep.class}, tensor);
    }

    void loop(String name, int loop, Block block) {
        call(name, new Class<?>[] {int.class, Block.class}, loop, block);
    }

    private Object call(String name, Class<?>[] parameters, Object... arguments) {
        try {
            return find(name, parameters).invoke(optimizer, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Method find(String name, Class<?>[] parameters) {
        return methods.computeIfAbsent(name + parameters.length, unused -> {
            for (Class<?> type = optimizer.getClass(); type != null; type = type.getSuperclass()) {
                try {
                    Method method = type.getDeclaredMethod(name, parameters);
                    method.setAccessible(true);
                    return method;
                } catch (NoSuchMethodException e) {
                    // The superclass has it.
                }
            }
            throw new IllegalStateException(optimizer + " has no method " + name);
        });
    }
}
