package org.descant.linker;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods {@code equals} and {@code hashCode} that javac gives to a record, written out as {@link java.lang.runtime.ObjectMethods} makes them:
 * two records are equal if they are of one class and each pair of components is, a primitive one as its box.
 */
final class RecordMethods {
    private static final Type OBJECTS = Type.getObjectType("java/util/Objects");
    private static final int FACTOR = 31;

    private final Type type;
    private final Handle[] components;

    private RecordMethods(Type type, Handle[] components) {
        this.type = type;
        this.components = components;
    }

    /** Writes them out, where a class has them; whether it has. */
    static boolean link(ClassNode node) {
        boolean isChanged = false;
        for (MethodNode method : node.methods) {
            Optional<InvokeDynamicInsnNode> site = site(method);
            if (site.isPresent()) {
                Object[] arguments = site.get().bsmArgs;
                Handle[] components = Arrays.copyOfRange(arguments, 2, arguments.length, Handle[].class);
                new RecordMethods(Type.getObjectType(node.name), components).write(method);
                isChanged = true;
            }
        }
        return isChanged;
    }

    private static Optional<InvokeDynamicInsnNode> site(MethodNode method) {
        return Stream.of(method.instructions.toArray())
                .filter(InvokeDynamicInsnNode.class::isInstance)
                .map(InvokeDynamicInsnNode.class::cast)
                .filter(site -> site.bsm.getOwner().equals("java/lang/runtime/ObjectMethods"))
                .filter(site -> site.name.equals("equals") || site.name.equals("hashCode"))
                .findFirst();
    }

    private void write(MethodNode method) {
        method.instructions.clear();
        method.localVariables = null;
        GeneratorAdapter code = new GeneratorAdapter(method, method.access, method.name, method.desc);
        if (method.name.equals("equals")) {
            writeEquals(method, code);
        } else {
            writeHashCode(code);
        }
    }

    private void writeEquals(MethodNode method, GeneratorAdapter code) {
        Label same = new Label();
        Label different = new Label();
        code.loadThis();
        code.loadArg(0);
        code.ifCmp(type, GeneratorAdapter.EQ, same);
        code.loadArg(0);
        code.instanceOf(type);
        code.ifZCmp(GeneratorAdapter.EQ, different);
        for (Handle component : components) {
            code.loadThis();
            box(code, component);
            code.loadArg(0);
            code.checkCast(type);
            box(code, component);
            code.invokeStatic(OBJECTS, Method.getMethod("boolean equals(Object, Object)"));
            code.ifZCmp(GeneratorAdapter.EQ, different);
        }
        code.mark(same);
        method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.push(true);
        code.returnValue();
        code.mark(different);
        method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.push(false);
        code.returnValue();
    }

    private void writeHashCode(GeneratorAdapter code) {
        code.push(0);
        for (Handle component : components) {
            code.push(FACTOR);
            code.math(GeneratorAdapter.MUL, Type.INT_TYPE);
            code.loadThis();
            box(code, component);
            code.invokeStatic(OBJECTS, Method.getMethod("int hashCode(Object)"));
            code.math(GeneratorAdapter.ADD, Type.INT_TYPE);
        }
        code.returnValue();
    }

    /** Replaces the record on the stack by its component, as an object. */
    private void box(GeneratorAdapter code, Handle component) {
        Type of = Type.getType(component.getDesc());
        code.getField(type, component.getName(), of);
        code.valueOf(of);
    }
}
