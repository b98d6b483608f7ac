// A card behind the interface Device, for tests.
#include "card.h"

#include <jni.h>

#define NATIVE(type, name) extern "C" JNIEXPORT type JNICALL Java_org_rote_operators_cuda_waves_EmulatedDevice_##name

static unsigned char* memory(jlong address) { return reinterpret_cast<unsigned char*>(address); }

NATIVE(jlong, allocate0)(JNIEnv*, jclass, jlong bytes) { return reinterpret_cast<jlong>(card::allocate(bytes)); }

NATIVE(jboolean, release0)(JNIEnv*, jclass, jlong address, jlong bytes) { return card::release(memory(address), bytes); }

NATIVE(jobject, view)(JNIEnv* env, jclass, jlong address, jlong bytes) { return env->NewDirectByteBuffer(memory(address), bytes); }

/// Whether there is such a kernel of so many arguments.
NATIVE(jboolean, launch0)(JNIEnv* env, jclass, jstring name, jintArray extents, jobject bytes, jintArray offsets, jboolean reversed) {
    const char* text = env->GetStringUTFChars(name, nullptr);
    auto kernel = card::kernels().find(text);
    env->ReleaseStringUTFChars(name, text);
    jsize count = env->GetArrayLength(offsets);
    if (kernel == card::kernels().end() || kernel->second.sizes.size() != size_t(count)) {
        return false;
    }
    jint e[6];
    env->GetIntArrayRegion(extents, 0, 6, e);
    jint at[32];
    env->GetIntArrayRegion(offsets, 0, count, at);
    auto* base = static_cast<unsigned char*>(env->GetDirectBufferAddress(bytes));
    void* arguments[32];
    for (jsize i = 0; i < count; i++) {
        arguments[i] = base + at[i];
    }
    kernel->second.run({{e[0], e[1], e[2], e[3], e[4], e[5]}, bool(reversed), arguments});
    return true;
}
