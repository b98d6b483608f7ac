package org.rote.operators.cuda.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/** The NVIDIA cards of this machine, through JCuda. Whatever goes wrong when it is looked for them, errors of linking included, is a reason why there are none. */
public final class CudaCards implements Cards {

    /** Of the driver interface, as {@code cuDriverGetVersion} says it. */
    private static final int LEAST_INTERFACE = 13_000;

    private static final String NO_DRIVER = "there is no NVIDIA driver: libcuda.so.1 was not found";

    /** What the loader says of a file in a directory from which nothing may be run. */
    private static final String NOT_EXECUTABLE = "failed to map segment";

    private static final String LAST_ATTEMPT = "to load the library as a resource:";

    private static final String OTHER_DIRECTORY =
            "; name another directory for temporary files: ROTE_JAVA_OPTS=-Djava.io.tmpdir=DIRECTORY";

    private static final int LEAST_MAJOR = 7;
    private static final int LEAST_MINOR = 5;

    /** For the plugin. */
    public CudaCards() {}

    @Override
    public Optional<String> unavailable() {
        return Found.SEARCH.unavailable();
    }

    @Override
    public Optional<String> unavailable(int number) {
        return Found.SEARCH.unavailable(number);
    }

    @Override
    public Device open(int number) {
        return new CudaDevice(number, Found.SEARCH.cards().get(number).name());
    }

    /** Looked for once, when it is first asked. */
    private static final class Found {
        static final Search SEARCH = search();
    }

    /** What was found: a reason why nothing can be used, or the cards. */
    record Search(Optional<String> reason, List<Card> cards) {

        static Search nothing(String reason) {
            return new Search(Optional.of(reason), List.of());
        }

        /** Why none can be used. */
        Optional<String> unavailable() {
            return reason.isPresent() || cards.stream().anyMatch(Card::isGood)
                    ? reason
                    : Optional.of(cards.stream().map(Card::words).collect(Collectors.joining("; ")));
        }

        /** Why a card cannot be used. */
        Optional<String> unavailable(int number) {
            if (reason.isPresent() || number < cards.size() && cards.get(number).isGood()) {
                return reason;
            }
            String words = number < cards.size() ? cards.get(number).words() : "there is no card " + number;
            String others = cards.stream().filter(Card::isGood).map(Card::name).collect(Collectors.joining(", "));
            return Optional.of(words + (others.isEmpty() ? "" : "; there is " + others));
        }
    }

    /** A card by its name for people, and why it cannot be used. */
    record Card(String name, Optional<String> reason) {

        boolean isGood() {
            return reason.isEmpty();
        }

        String words() {
            return name + reason.map(why -> " " + why).orElse("");
        }
    }

    /** Looks for cards. */
    static Search search() {
        if (!Natives.existForThisMachine()) {
            return Search.nothing("JCuda's native library is here for Linux on x86-64 only, this is "
                    + System.getProperty("os.name") + " on " + System.getProperty("os.arch"));
        }
        if (!Natives.driverIsThere()) {
            return Search.nothing(NO_DRIVER);
        }
        try {
            Natives.load();
            return ask();
        } catch (LinkageError e) {
            return Search.nothing(reason(e));
        } catch (IOException e) {
            return Search.nothing(reason(e));
        } catch (CardException e) {
            return Search.nothing("the NVIDIA driver does not say what cards there are: " + e.getMessage());
        } catch (RuntimeException e) {
            return Search.nothing("cards cannot be looked for: " + e);
        }
    }

    /** Files tell their errors by the names of the classes. */
    static String reason(IOException error) {
        return "JCuda's native library cannot be unpacked: " + error.getClass().getSimpleName() + ": "
                + error.getMessage() + OTHER_DIRECTORY;
    }

    /** JCuda packs the traces of all its attempts into the message; that of its own copy of the library counts. */
    static String reason(LinkageError error) {
        String message = String.valueOf(error.getMessage());
        if (message.contains("libcuda.so.1")) {
            return NO_DRIVER;
        }
        String why = message.lines()
                .dropWhile(line -> message.contains(LAST_ATTEMPT) && !line.contains(LAST_ATTEMPT))
                .filter(line -> !line.isBlank() && !line.contains(LAST_ATTEMPT))
                .findFirst()
                .orElse("no reason was given")
                .replaceFirst("^java\\.lang\\.\\w+: ", "");
        return "JCuda's native library does not load: " + why + (why.contains(NOT_EXECUTABLE) ? OTHER_DIRECTORY : "");
    }

    private static Search ask() {
        int result = Calls.result("cuInit", () -> JCudaDriver.cuInit(0));
        if (result == CUresult.CUDA_ERROR_NO_DEVICE) {
            return Search.nothing("the NVIDIA driver finds no card");
        }
        if (result != CUresult.CUDA_SUCCESS) {
            return Search.nothing("the NVIDIA driver does not start: " + Calls.words(result));
        }
        int[] version = new int[1];
        Calls.check("cuDriverGetVersion", () -> JCudaDriver.cuDriverGetVersion(version));
        if (version[0] < LEAST_INTERFACE) {
            return Search.nothing("the NVIDIA driver is too old: it supports CUDA " + version[0] / 1000 + "."
                    + version[0] % 1000 / 10 + ", the kernels need CUDA 13.0, driver 580 or newer");
        }
        int[] count = new int[1];
        Calls.check("cuDeviceGetCount", () -> JCudaDriver.cuDeviceGetCount(count));
        List<Card> cards = new ArrayList<>();
        for (int number = 0; number < count[0]; number++) {
            cards.add(card(number));
        }
        return new Search(cards.isEmpty() ? Optional.of("the NVIDIA driver finds no card") : Optional.empty(), cards);
    }

    /** One that does not answer is none that can be used; others may. */
    private static Card card(int number) {
        CUdevice device = new CUdevice();
        String name = "card " + number;
        try {
            Calls.check("cuDeviceGet", () -> JCudaDriver.cuDeviceGet(device, number));
            byte[] letters = new byte[256];
            Calls.check("cuDeviceGetName", () -> JCudaDriver.cuDeviceGetName(letters, letters.length, device));
            name += " (" + new String(letters, StandardCharsets.UTF_8).split("\0", 2)[0] + ")";
            int major = Calls.attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR);
            int minor = Calls.attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
            boolean tooOld = major < LEAST_MAJOR || major == LEAST_MAJOR && minor < LEAST_MINOR;
            return new Card(
                    name,
                    tooOld
                            ? Optional.of("has compute capability " + major + "." + minor + ", the kernels need "
                                    + LEAST_MAJOR + "." + LEAST_MINOR + " or newer")
                            : Optional.empty());
        } catch (CardException failed) {
            return new Card(name, Optional.of("does not answer: " + failed.getMessage()));
        }
    }
}
