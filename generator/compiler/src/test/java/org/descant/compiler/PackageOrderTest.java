package org.descant.compiler;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** Packages stand in the order of the pipeline, and no package knows what comes after it. */
class PackageOrderTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            // Janino is not ours to order.
            .withImportOption(location -> !location.contains("/org/descant/compiler/codehaus/"))
            .importPackages("org.descant");

    @Test
    void stages_knowOnlyWhatComesBeforeThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("org.descant.compiler..")
                .layer("ir")
                .definedBy("..compiler.ir..")
                .layer("load")
                .definedBy("..compiler.load..")
                .layer("model")
                .definedBy("..compiler.model..")
                .layer("resolve")
                .definedBy("..compiler.resolve..")
                .layer("shape")
                .definedBy("..compiler.shape..")
                .layer("lint")
                .definedBy("..compiler.lint..")
                .layer("interpret")
                .definedBy("..compiler.interpret..")
                .layer("rewrite")
                .definedBy("..compiler.rewrite..")
                .layer("plan")
                .definedBy("..compiler.plan..")
                .layer("emit")
                .definedBy("..compiler.emit..")
                .layer("compile")
                .definedBy("..compiler.compile..")
                .layer("facade")
                .definedBy("org.descant.compiler")
                .layer("build")
                .definedBy("..compiler.build..")
                .whereLayer("load")
                .mayOnlyBeAccessedByLayers("resolve", "facade", "build")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("resolve", "shape", "lint", "facade")
                .whereLayer("resolve")
                .mayOnlyBeAccessedByLayers("facade")
                .whereLayer("shape")
                .mayOnlyBeAccessedByLayers("facade")
                .whereLayer("lint")
                .mayOnlyBeAccessedByLayers("facade")
                .whereLayer("interpret")
                .mayOnlyBeAccessedByLayers("facade")
                .whereLayer("rewrite")
                .mayOnlyBeAccessedByLayers("plan", "facade")
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers("emit", "facade")
                .whereLayer("emit")
                .mayOnlyBeAccessedByLayers("compile", "facade", "build")
                .whereLayer("compile")
                .mayOnlyBeAccessedByLayers("facade")
                .whereLayer("facade")
                .mayOnlyBeAccessedByLayers("build")
                .whereLayer("build")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void packages_areFreeOfCycles() {
        slices().matching("org.descant.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void passes_knowNoResolver() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage("..resolve.pass..", "..resolve.text..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.descant.compiler.resolve")
                .check(CLASSES);
    }

    @Test
    void equationSystem_knowsNoStage() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("..compiler.ir..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..compiler.load..",
                        "..compiler.model..",
                        "..compiler.resolve..",
                        "..compiler.shape..",
                        "..compiler.interpret..",
                        "..compiler.rewrite..",
                        "..compiler.plan..",
                        "..compiler.emit..",
                        "..compiler.compile..")
                .check(CLASSES);
    }

    @Test
    void runtimeAndGrammar_knowNoCompiler() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage("org.descant.runtime..", "org.descant.grammar..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.descant.compiler..")
                .check(CLASSES);
    }

    @Test
    void runtime_knowsNothingButTheJdk() {
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage("org.descant.runtime..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.descant.runtime..", "java..")
                .check(CLASSES);
    }
}
