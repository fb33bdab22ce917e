package relais.records.rights;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Switches single methods off in the running process: their bodies answer at once, and come back. */
public final class Hotswap {
    private static volatile Instrumentation instrumentation;

    private Hotswap() {}

    /** What a method answers that is switched off. */
    enum Answer {
        YES,
        NO,
        NOTHING,
        /** Its first argument. */
        GIVEN,
        /** Its second argument. */
        SECOND,
        EMPTY_TEXT,
        EMPTY_LIST,
        EMPTY_SET,
        NO_CONDITION,
        NO_OPTIONAL,
        THIS
    }

    /** Called by the virtual machine when the agent is attached. */
    public static void agentmain(String args, Instrumentation given) {
        instrumentation = given;
    }

    /** Attaches an agent to this process, by another one: no process may attach to itself. */
    static void install() throws IOException, InterruptedException {
        if (instrumentation != null) {
            return;
        }
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Agent-Class", Hotswap.class.getName());
        manifest.getMainAttributes().putValue("Can-Redefine-Classes", "true");
        var jar = Files.createTempFile("hotswap", ".jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        var classes = Path.of(Hotswap.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        var attached = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.attach",
                        "-cp",
                        classes.toString(),
                        Attach.class.getName(),
                        String.valueOf(ProcessHandle.current().pid()),
                        jar.toString())
                .inheritIO()
                .start();
        if (attached.waitFor() != 0 || instrumentation == null) {
            throw new IllegalStateException("No agent could be attached");
        }
    }

    /** Lets the method answer so until the result is closed. */
    static AutoCloseable off(Class<?> type, String method, Answer answer) throws Exception {
        var bytes = bytes(type);
        var file = ClassFile.of();
        var changed = new int[1];
        var mutant = file.transformClass(file.parse(bytes), (builder, element) -> {
            if (element instanceof MethodModel m && m.methodName().equalsString(method) && fits(m, answer)) {
                changed[0]++;
                builder.withMethodBody(
                        m.methodName(), m.methodType(), m.flags().flagsMask(), code -> answer(code, m, answer));
            } else {
                builder.with(element);
            }
        });
        if (changed[0] == 0) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + " has no method " + method + " that can answer " + answer);
        }
        instrumentation.redefineClasses(new ClassDefinition(type, mutant));
        return () -> instrumentation.redefineClasses(new ClassDefinition(type, bytes));
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (var in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }

    private static boolean fits(MethodModel method, Answer answer) {
        var result = method.methodTypeSymbol().returnType();
        return switch (answer) {
            case YES, NO -> result.equals(ConstantDescs.CD_boolean);
            case NOTHING -> result.equals(ConstantDescs.CD_void);
            case EMPTY_TEXT -> result.equals(ConstantDescs.CD_String);
            case EMPTY_LIST -> result.equals(ConstantDescs.CD_List);
            case EMPTY_SET -> result.equals(ConstantDescs.CD_Set);
            case NO_OPTIONAL -> result.equals(ClassDesc.of("java.util.Optional"));
            case NO_CONDITION -> result.equals(ClassDesc.of("org.jooq.Condition"));
            case GIVEN ->
                method.methodTypeSymbol().parameterCount() > 0
                        && method.methodTypeSymbol().parameterType(0).equals(result);
            case SECOND ->
                method.methodTypeSymbol().parameterCount() > 1
                        && method.methodTypeSymbol().parameterType(1).equals(result);
            case THIS -> true;
        };
    }

    private static void answer(CodeBuilder code, MethodModel method, Answer answer) {
        switch (answer) {
            case YES -> code.iconst_1().ireturn();
            case NO -> code.iconst_0().ireturn();
            case NOTHING -> code.return_();
            case EMPTY_TEXT -> code.ldc("").areturn();
            case EMPTY_LIST ->
                code.invokestatic(ConstantDescs.CD_List, "of", MethodTypeDesc.of(ConstantDescs.CD_List), true)
                        .areturn();
            case EMPTY_SET ->
                code.invokestatic(ConstantDescs.CD_Set, "of", MethodTypeDesc.of(ConstantDescs.CD_Set), true)
                        .areturn();
            case NO_OPTIONAL -> {
                var optional = ClassDesc.of("java.util.Optional");
                code.invokestatic(optional, "empty", MethodTypeDesc.of(optional))
                        .areturn();
            }
            case NO_CONDITION -> {
                var yes = ClassDesc.of("java.lang.Boolean");
                code.getstatic(yes, "TRUE", yes)
                        .invokestatic(
                                ClassDesc.of("org.jooq.impl.DSL"),
                                "condition",
                                MethodTypeDesc.of(ClassDesc.of("org.jooq.Condition"), yes))
                        .areturn();
            }
            case GIVEN -> code.aload(code.parameterSlot(0)).areturn();
            case SECOND -> code.aload(code.parameterSlot(1)).areturn();
            case THIS -> code.aload(0).areturn();
        }
    }

    /** What the other process does. */
    static final class Attach {
        public static void main(String[] args) throws Exception {
            var machine = com.sun.tools.attach.VirtualMachine.attach(args[0]);
            machine.loadAgent(args[1]);
            machine.detach();
        }
    }
}
