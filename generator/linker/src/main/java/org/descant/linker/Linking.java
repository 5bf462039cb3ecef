package org.descant.linker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/** Lambdas and methods of records, linked in all classes of a module. What is linked already stays as it is. */
final class Linking {
    private final ClassFolder folder;

    Linking(ClassFolder folder) {
        this.folder = folder;
    }

    /**
     * Links all that can be linked.
     *
     * @return how many classes were written
     */
    int link() throws IOException {
        Map<String, ClassNode> classes = compiled();
        Set<ClassNode> changed = new LinkedHashSet<>();
        List<ClassNode> added = new ArrayList<>();
        for (ClassNode node : classes.values()) {
            if (RecordMethods.link(node)) {
                changed.add(node);
            }
            List<ClassNode> lambdas = LambdaSites.link(node);
            if (!lambdas.isEmpty()) {
                ClassNode host = Objects.requireNonNull(classes.get(LambdaSites.nestHost(node)));
                addToNest(host, lambdas);
                changed.add(host);
                changed.add(node);
                added.addAll(lambdas);
            }
        }
        deleteLambdasWithoutNest(classes);
        // First what is new: a build that ends on the way leaves no class that lacks another.
        write(added);
        write(changed);
        return added.size() + changed.size();
    }

    private void write(Collection<ClassNode> nodes) throws IOException {
        for (ClassNode node : nodes) {
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            node.accept(writer);
            folder.write(node.name, writer.toByteArray());
        }
    }

    /** All that a compiler wrote, by name. */
    private Map<String, ClassNode> compiled() throws IOException {
        Map<String, ClassNode> classes = new TreeMap<>();
        for (String name : folder.names()) {
            if (!LambdaClass.isName(name)) {
                ClassNode node = new ClassNode();
                new ClassReader(folder.read(name)).accept(node, 0);
                classes.put(name, node);
            }
        }
        return classes;
    }

    private static void addToNest(ClassNode host, List<ClassNode> lambdas) {
        if (host.nestMembers == null) {
            host.nestMembers = new ArrayList<>();
        }
        lambdas.forEach(lambda -> host.nestMembers.add(lambda.name));
    }

    /** What is left of lambdas that their class no longer has. */
    private void deleteLambdasWithoutNest(Map<String, ClassNode> classes) throws IOException {
        Set<String> members = new HashSet<>();
        for (ClassNode node : classes.values()) {
            if (node.nestMembers != null) {
                members.addAll(node.nestMembers);
            }
        }
        for (String name : folder.names()) {
            if (LambdaClass.isName(name) && !members.contains(name)) {
                folder.delete(name);
            }
        }
    }
}
