package org.rote.operators.cuda.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/** The NVIDIA cards of this machine, through JCuda. Whatever goes wrong when it is looked for them, errors of linking included, is a reason why there are none. */
public final class CudaCards implements Cards {

    /** Of the driver interface, as {@code cuDriverGetVersion} says it. */
    private static final int LEAST_INTERFACE = 13_000;

    private static final String NO_DRIVER = "there is no NVIDIA driver: libcuda.so.1 was not found";

    private static final int LEAST_MAJOR = 7;
    private static final int LEAST_MINOR = 5;

    /** For the plugin. */
    public CudaCards() {}

    @Override
    public Optional<String> unavailable(int number) {
        return Found.SEARCH.unavailable(number);
    }

    @Override
    public Device open(int number) {
        return new CudaDevice(number, Found.SEARCH.names().get(number));
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

        /** Why a card cannot be used. */
        Optional<String> unavailable(int number) {
            if (reason.isPresent()) {
                return reason;
            }
            if (number >= cards.size()) {
                return Optional.of("there is no card " + number + ", only " + String.join(", ", names()));
            }
            return cards.get(number).reason;
        }

        List<String> names() {
            return cards.stream().map(Card::name).toList();
        }
    }

    /** A card, and why it cannot be used. */
    record Card(String name, Optional<String> reason) {}

    /** Looks for cards. */
    static Search search() {
        if (!Natives.existForThisMachine()) {
            return Search.nothing("JCuda's native library is here for Linux on x86-64 only, this is "
                    + System.getProperty("os.name") + " on " + System.getProperty("os.arch"));
        }
        try {
            if (!Natives.driverIsThere()) {
                return Search.nothing(NO_DRIVER);
            }
            Natives.load();
            return ask();
        } catch (LinkageError e) {
            return Search.nothing(reason(e));
        } catch (IOException | RuntimeException e) {
            return Search.nothing("JCuda's native library cannot be used: " + e.getMessage());
        }
    }

    /** JCuda packs the traces of all its attempts into the message. */
    static String reason(LinkageError error) {
        String message = String.valueOf(error.getMessage());
        if (message.contains("libcuda.so.1")) {
            return NO_DRIVER;
        }
        return "JCuda's native library does not load: "
                + message.lines().filter(line -> !line.isBlank()).findFirst().orElse("no reason was given");
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

    private static Card card(int number) {
        CUdevice device = new CUdevice();
        Calls.check("cuDeviceGet", () -> JCudaDriver.cuDeviceGet(device, number));
        byte[] letters = new byte[256];
        Calls.check("cuDeviceGetName", () -> JCudaDriver.cuDeviceGetName(letters, letters.length, device));
        String name = new String(letters, StandardCharsets.UTF_8).split("\0", 2)[0] + ", card " + number;
        int major = attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR);
        int minor = attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
        boolean tooOld = major < LEAST_MAJOR || major == LEAST_MAJOR && minor < LEAST_MINOR;
        return new Card(
                name,
                tooOld
                        ? Optional.of(name + ", has compute capability " + major + "." + minor + ", the kernels need "
                                + LEAST_MAJOR + "." + LEAST_MINOR + " or newer")
                        : Optional.empty());
    }

    private static int attribute(CUdevice device, int attribute) {
        int[] value = new int[1];
        Calls.check("cuDeviceGetAttribute", () -> JCudaDriver.cuDeviceGetAttribute(value, attribute, device));
        return value[0];
    }
}
