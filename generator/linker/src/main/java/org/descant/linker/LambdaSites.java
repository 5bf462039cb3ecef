package org.descant.linker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The places of a class where it makes an object of a lambda or a method reference. */
final class LambdaSites {
    /** What one instruction of another class of the nest can call. */
    private static final Set<Integer> CALLABLE = Set.of(
            Opcodes.H_INVOKESTATIC, Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE, Opcodes.H_NEWINVOKESPECIAL);

    private LambdaSites() {}

    /**
     * Lets each place call a class of its own.
     *
     * @return those classes, which belong to the nest of this one
     */
    static List<ClassNode> link(ClassNode node) {
        List<ClassNode> lambdas = new ArrayList<>();
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                if (instruction instanceof InvokeDynamicInsnNode site && isLambda(site)) {
                    ClassNode lambda =
                            new LambdaClass(LambdaClass.name(node.name, lambdas.size()), site).in(nestHost(node));
                    method.instructions.set(
                            site,
                            new MethodInsnNode(
                                    Opcodes.INVOKESTATIC, lambda.name, LambdaClass.FACTORY, site.desc, false));
                    lambdas.add(lambda);
                }
            }
        }
        return lambdas;
    }

    /** The class whose file lists all that may use each other's private methods. */
    static String nestHost(ClassNode node) {
        return node.nestHostClass == null ? node.name : node.nestHostClass;
    }

    /** Neither one that can be serialized nor one with more interfaces than one, which javac links otherwise. */
    private static boolean isLambda(InvokeDynamicInsnNode site) {
        return site.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                && site.bsm.getName().equals("metafactory")
                && CALLABLE.contains(((Handle) site.bsmArgs[1]).getTag());
    }
}
