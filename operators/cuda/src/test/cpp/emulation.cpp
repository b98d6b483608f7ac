// A card for tests: the kernels of waves.cu compiled for the processor, and memory that is fenced and filled with NaN.
#include "emulation.h"
#include "waves.cu"

#include <cstdint>
#include <cstring>
#include <jni.h>
#include <map>
#include <new>
#include <string>
#include <utility>

namespace {

const size_t FENCE = 256;
const unsigned char OUTSIDE = 0xA5;
const unsigned char UNWRITTEN = 0xFF; // NaN as a float

/// Blocks and threads of a launch.
struct Launch {
    int64_t extents[6];
    bool reversed;
    void** arguments;

    int64_t end(int axis) const { return reversed ? -1 : extents[axis]; }
    int64_t begin(int axis) const { return reversed ? extents[axis] - 1 : 0; }
};

template <class Run>
void each(const Launch& launch, int axis, unsigned& place, Run run) {
    for (int64_t i = launch.begin(axis); i != launch.end(axis); i += launch.reversed ? -1 : 1) {
        place = unsigned(i);
        run();
    }
}

template <auto kernel, class... A, size_t... I>
void threads(const Launch& launch, void (*)(A...), std::index_sequence<I...>) {
    each(launch, 2, blockIdx.z, [&] {
        each(launch, 1, blockIdx.y, [&] {
            each(launch, 0, blockIdx.x, [&] {
                each(launch, 5, threadIdx.z, [&] {
                    each(launch, 4, threadIdx.y, [&] {
                        each(launch, 3, threadIdx.x, [&] {
                            kernel(*static_cast<std::remove_const_t<std::remove_reference_t<A>>*>(launch.arguments[I])...);
                        });
                    });
                });
            });
        });
    });
}

template <class... A>
std::index_sequence_for<A...> indices(void (*)(A...)) {
    return {};
}

template <auto kernel>
void run(const Launch& launch) {
    threads<kernel>(launch, kernel, indices(kernel));
}

using Kernel = void (*)(const Launch&);

#define KERNEL(name) {#name, run<name>}
#define KERNELS(r) \
    KERNEL(relaxForward_r##r), KERNEL(relaxBackSecond_r##r), KERNEL(stepForward_r##r##_d2), KERNEL(stepForward_r##r##_d3), KERNEL(stepBack_r##r##_d2), KERNEL(stepBack_r##r##_d3)

const std::map<std::string, Kernel>& kernels() {
    static const std::map<std::string, Kernel> all = {
        KERNELS(2), KERNELS(4), KERNELS(8), KERNEL(relaxBackFirst), KERNEL(feed), KERNEL(record), KERNEL(mirror)};
    return all;
}

unsigned char* fenced(jlong address) { return reinterpret_cast<unsigned char*>(address); }

bool intact(const unsigned char* fence) {
    for (size_t i = 0; i < FENCE; i++) {
        if (fence[i] != OUTSIDE) {
            return false;
        }
    }
    return true;
}

} // namespace

#define NATIVE(type, name) extern "C" JNIEXPORT type JNICALL Java_org_rote_operators_cuda_waves_EmulatedDevice_##name

NATIVE(jlong, allocate0)(JNIEnv*, jclass, jlong bytes) {
    auto* all = static_cast<unsigned char*>(::operator new(bytes + 2 * FENCE, std::align_val_t(128)));
    memset(all, OUTSIDE, FENCE);
    memset(all + FENCE, UNWRITTEN, bytes);
    memset(all + FENCE + bytes, OUTSIDE, FENCE);
    return reinterpret_cast<jlong>(all + FENCE);
}

/// Whether the fences are as they were.
NATIVE(jboolean, release0)(JNIEnv*, jclass, jlong address, jlong bytes) {
    unsigned char* memory = fenced(address);
    bool good = intact(memory - FENCE) && intact(memory + bytes);
    ::operator delete(memory - FENCE, std::align_val_t(128));
    return good;
}

NATIVE(jobject, view)(JNIEnv* env, jclass, jlong address, jlong bytes) { return env->NewDirectByteBuffer(fenced(address), bytes); }

/// Whether there is such a kernel. `extents` are the blocks and the threads of a block; with `reversed`, the last thread of the last block comes first.
NATIVE(jboolean, launch0)(JNIEnv* env, jclass, jstring name, jintArray extents, jobject bytes, jintArray offsets, jboolean reversed) {
    const char* text = env->GetStringUTFChars(name, nullptr);
    auto kernel = kernels().find(text);
    env->ReleaseStringUTFChars(name, text);
    if (kernel == kernels().end()) {
        return false;
    }
    jint e[6];
    env->GetIntArrayRegion(extents, 0, 6, e);
    Launch launch{{e[0], e[1], e[2], e[3], e[4], e[5]}, bool(reversed), nullptr};
    jint at[32];
    jsize count = env->GetArrayLength(offsets);
    env->GetIntArrayRegion(offsets, 0, count, at);
    auto* base = static_cast<unsigned char*>(env->GetDirectBufferAddress(bytes));
    void* arguments[32];
    for (jsize i = 0; i < count; i++) {
        arguments[i] = base + at[i];
    }
    launch.arguments = arguments;
    blockDim = {unsigned(e[3]), unsigned(e[4]), unsigned(e[5])};
    kernel->second(launch);
    return true;
}
