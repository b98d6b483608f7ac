package org.rote.numerics;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether to compute on the Vector API, module {@code jdk.incubator.vector}, which is there where the command line names it. The system property {@value #PROPERTY} set to {@code plain} or
 * {@code vector} decides instead, for comparisons.
 *
 * <p>Modules that have kernels on the Vector API do not require it, so they must run without: they ask here, once, and load the classes that name it only on a yes.
 */
public final class VectorApi {

    /** Property that decides: {@code automatic}, {@code plain} or {@code vector}. */
    public static final String PROPERTY = "org.rote.numerics.kernels";

    private static final String MODULE = "jdk.incubator.vector";

    private VectorApi() {}

    /**
     * Decides for one module, and logs why.
     *
     * @param work what is computed, for the log
     * @param addReads makes the caller's module read the one it is given, which only the caller may do: {@code Caller.class.getModule()::addReads}
     * @return whether to use the Vector API
     * @throws IllegalStateException when the property has another value, or asks for what is not there
     */
    public static boolean chosen(String work, Consumer<Module> addReads) {
        return chosen(work, addReads, System.getProperty(PROPERTY, "automatic"));
    }

    static boolean chosen(String work, Consumer<Module> addReads, String wish) {
        Logger logger = System.getLogger(VectorApi.class.getName());
        boolean available = available(addReads);
        switch (wish) {
            case "automatic" -> {
                if (!available) {
                    logger.log(
                            Level.INFO,
                            "{0}: plain Java, several times slower than with the Vector API; start java with --add-modules {1}",
                            work,
                            MODULE);
                } else {
                    logger.log(Level.DEBUG, "{0}: on the Vector API, as module {1} is there", work, MODULE);
                }
                return available;
            }
            case "plain" -> {
                logger.log(Level.DEBUG, "{0}: plain Java, as property {1} asks", work, PROPERTY);
                return false;
            }
            case "vector" -> {
                if (!available) {
                    throw new IllegalStateException("property " + PROPERTY + " is \"vector\", but module " + MODULE
                            + " is absent; start java with --add-modules " + MODULE);
                }
                logger.log(Level.DEBUG, "{0}: on the Vector API, as property {1} asks", work, PROPERTY);
                return true;
            }
            default ->
                throw new IllegalStateException(
                        "property " + PROPERTY + " must be automatic, plain or vector, got \"" + wish + "\"");
        }
    }

    /**
     * Whether the Vector API is there, whatever is wished.
     *
     * @param addReads makes the caller's module read the one it is given
     * @return whether the caller may load classes that name it
     */
    public static boolean available(Consumer<Module> addReads) {
        Optional<Module> module = ModuleLayer.boot().findModule(MODULE);
        module.ifPresent(addReads);
        return module.isPresent();
    }
}
