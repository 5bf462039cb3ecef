package org.descant.linker;

import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * The class of one lambda: what {@link java.lang.invoke.LambdaMetafactory} writes when a program comes to the place. It keeps what the lambda
 * captures, and its one method calls the method that javac made of the lambda's body, or that a reference names. Without anything to capture
 * there is one object for all.
 */
final class LambdaClass {
    /** The method that gives an object. */
    static final String FACTORY = "of";

    private static final String MARK = "$$Lambda";
    private static final String ONLY = "ONLY";
    private static final Type OBJECT = Type.getType(Object.class);

    /** What the boxes hold. */
    private static final Map<String, Type> UNBOXED = Map.of(
            "java.lang.Boolean", Type.BOOLEAN_TYPE,
            "java.lang.Character", Type.CHAR_TYPE,
            "java.lang.Byte", Type.BYTE_TYPE,
            "java.lang.Short", Type.SHORT_TYPE,
            "java.lang.Integer", Type.INT_TYPE,
            "java.lang.Long", Type.LONG_TYPE,
            "java.lang.Float", Type.FLOAT_TYPE,
            "java.lang.Double", Type.DOUBLE_TYPE);

    private final ClassNode node = new ClassNode();
    private final InvokeDynamicInsnNode site;
    private final Type self;
    private final Type[] captured;
    private final Handle target;
    private final Method constructor;

    LambdaClass(String name, InvokeDynamicInsnNode site) {
        this.site = site;
        self = Type.getObjectType(name);
        captured = Type.getArgumentTypes(site.desc);
        target = (Handle) site.bsmArgs[1];
        constructor = new Method("<init>", Type.VOID_TYPE, captured);
    }

    /** What the lambda with this number of a class is called. */
    static String name(String className, int number) {
        return className + MARK + number;
    }

    /** Whether a class of that name is one of a lambda. */
    static boolean isName(String className) {
        return className.contains(MARK);
    }

    /** The class, in the nest of that host. */
    ClassNode in(String nestHost) {
        String type = Type.getReturnType(site.desc).getInternalName();
        node.visit(
                Opcodes.V17,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                self.getInternalName(),
                null,
                OBJECT.getInternalName(),
                new String[] {type});
        node.visitNestHost(nestHost);
        writeConstructor();
        if (captured.length == 0) {
            writeOnly();
        }
        writeFactory();
        writeMethod();
        node.visitEnd();
        return node;
    }

    private void writeConstructor() {
        GeneratorAdapter code = method(Opcodes.ACC_PRIVATE, constructor);
        code.loadThis();
        code.invokeConstructor(OBJECT, new Method("<init>", "()V"));
        for (int i = 0; i < captured.length; i++) {
            node.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), captured[i].getDescriptor(), null, null)
                    .visitEnd();
            code.loadThis();
            code.loadArg(i);
            code.putField(self, field(i), captured[i]);
        }
        end(code);
    }

    private void writeOnly() {
        node.visitField(
                        Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL,
                        ONLY,
                        self.getDescriptor(),
                        null,
                        null)
                .visitEnd();
        GeneratorAdapter code = method(Opcodes.ACC_STATIC, new Method("<clinit>", "()V"));
        code.newInstance(self);
        code.dup();
        code.invokeConstructor(self, constructor);
        code.putStatic(self, ONLY, self);
        end(code);
    }

    private void writeFactory() {
        GeneratorAdapter code = method(Opcodes.ACC_STATIC, new Method(FACTORY, site.desc));
        if (captured.length == 0) {
            code.getStatic(self, ONLY, self);
        } else {
            code.newInstance(self);
            code.dup();
            code.loadArgs();
            code.invokeConstructor(self, constructor);
        }
        end(code);
    }

    /** The method of the interface: the captured values and the arguments go to the target, each as what the target takes, if it is what the types of the lambda mean. */
    private void writeMethod() {
        Method erased = new Method(site.name, ((Type) site.bsmArgs[0]).getDescriptor());
        Type meant = (Type) site.bsmArgs[2];
        Type owner = Type.getObjectType(target.getOwner());
        boolean isConstructor = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        boolean hasReceiver = !isConstructor && target.getTag() != Opcodes.H_INVOKESTATIC;
        Type[] taken = Type.getArgumentTypes(target.getDesc());
        int next = hasReceiver ? -1 : 0;

        GeneratorAdapter code = method(Opcodes.ACC_PUBLIC, erased);
        if (isConstructor) {
            code.newInstance(owner);
            code.dup();
        }
        for (int i = 0; i < captured.length; i++, next++) {
            code.loadThis();
            code.getField(self, field(i), captured[i]);
            convert(code, captured[i], next < 0 ? owner : taken[next]);
        }
        Type[] given = erased.getArgumentTypes();
        for (int i = 0; i < given.length; i++, next++) {
            code.loadArg(i);
            convert(code, given[i], meant.getArgumentTypes()[i]);
            convert(code, meant.getArgumentTypes()[i], next < 0 ? owner : taken[next]);
        }
        code.visitMethodInsn(opcode(), target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
        Type result = isConstructor ? owner : Type.getReturnType(target.getDesc());
        convert(code, result, meant.getReturnType());
        convert(code, meant.getReturnType(), erased.getReturnType());
        end(code);
    }

    private int opcode() {
        return switch (target.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            default -> Opcodes.INVOKEVIRTUAL;
        };
    }

    /** Makes what is on the stack of another type, as the language does where a value is passed: cast, boxed, unboxed or widened. */
    private static void convert(GeneratorAdapter code, Type from, Type to) {
        if (from.equals(to)) {
            return;
        }
        if (to.equals(Type.VOID_TYPE)) {
            if (from.getSize() == 2) {
                code.pop2();
            } else {
                code.pop();
            }
        } else if (isPrimitive(from) && isPrimitive(to)) {
            code.cast(from, to);
        } else if (isPrimitive(from)) {
            code.valueOf(from);
        } else if (isPrimitive(to)) {
            Type own = UNBOXED.getOrDefault(from.getClassName(), to);
            code.unbox(own);
            code.cast(own, to);
        } else {
            code.checkCast(to);
        }
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    private static String field(int captured) {
        return "captured" + captured;
    }

    private GeneratorAdapter method(int access, Method method) {
        return new GeneratorAdapter(
                access, method, node.visitMethod(access, method.getName(), method.getDescriptor(), null, null));
    }

    private static void end(GeneratorAdapter code) {
        code.returnValue();
        code.endMethod();
    }
}
