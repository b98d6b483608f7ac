// A stand-in for libcuda.so.1: as much of the driver interface as is called, on the kernels compiled for the processor, so that what is called through JCuda can be tested without a card. Strict where a driver is: a context must be current, kernels
// must be in the PTX that was loaded, memory must have been taken.
#include "card.h"

#include <jni.h>

namespace {

enum { SUCCESS = 0, INVALID_VALUE = 1, OUT_OF_MEMORY = 2, NO_DEVICE = 100, INVALID_DEVICE = 101, INVALID_PTX = 218, INVALID_CONTEXT = 201, NOT_FOUND = 500, ILLEGAL_ADDRESS = 700, LAUNCH_FAILED = 719 };

int initResult = SUCCESS, version = 13000, devices = 1, major = 7, minor = 5;
size_t total = size_t(1) << 30;
size_t used = 0;
int contexts = 0, streams = 0, modules = 0;
bool current = false;
std::map<uintptr_t, size_t> taken;
std::string text;
char context, stream, module;

bool has(uintptr_t address, size_t bytes) {
    auto after = taken.upper_bound(address);
    if (after == taken.begin()) {
        return false;
    }
    --after;
    return address + bytes <= after->first + after->second;
}

void* at(uintptr_t address) { return reinterpret_cast<void*>(address); }

} // namespace

#define CALL extern "C" __attribute__((visibility("default"))) int

CALL cuInit(unsigned) { return initResult; }
CALL cuDriverGetVersion(int* value) { return *value = version, SUCCESS; }
CALL cuDeviceGetCount(int* value) { return *value = devices, SUCCESS; }
CALL cuDeviceGet(int* device, int number) { return number < devices ? (*device = number, SUCCESS) : INVALID_DEVICE; }
CALL cuDeviceGetName(char* name, int length, int) { return strncpy(name, "Paper 100", length), SUCCESS; }
CALL cuDeviceGetAttribute(int* value, int attribute, int) { return attribute == 75 ? (*value = major, SUCCESS) : attribute == 76 ? (*value = minor, SUCCESS) : INVALID_VALUE; }
CALL cuDevicePrimaryCtxRetain(void** value, int) { return contexts++, *value = &context, SUCCESS; }
CALL cuDevicePrimaryCtxRelease_v2(int) { return contexts-- > 0 ? SUCCESS : INVALID_CONTEXT; }
CALL cuCtxSetCurrent(void* value) { return value == &context && contexts > 0 ? (current = true, SUCCESS) : INVALID_CONTEXT; }
CALL cuStreamCreate(void** value, unsigned flags) { return current && flags == 0 ? (streams++, *value = &stream, SUCCESS) : INVALID_CONTEXT; }
CALL cuStreamSynchronize(void* value) { return value == &stream ? SUCCESS : INVALID_VALUE; }
CALL cuStreamDestroy_v2(void* value) { return value == &stream ? (streams--, SUCCESS) : INVALID_VALUE; }
CALL cuModuleUnload(void* value) { return value == &module ? (modules--, SUCCESS) : INVALID_VALUE; }
CALL cuMemGetInfo_v2(size_t* free, size_t* all) { return current ? (*free = total - used, *all = total, SUCCESS) : INVALID_CONTEXT; }

CALL cuModuleLoadData(void** value, const void* image) {
    text = static_cast<const char*>(image);
    if (!current || text.find(".version 9.0") == std::string::npos || text.find(".target sm_75") == std::string::npos) {
        return INVALID_PTX;
    }
    return modules++, *value = &module, SUCCESS;
}

CALL cuModuleGetFunction(const void** function, void* value, const char* name) {
    auto kernel = card::kernels().find(name);
    bool loaded = value == &module && text.find(".entry " + std::string(name) + "(") != std::string::npos;
    return loaded && kernel != card::kernels().end() ? (*function = &kernel->second, SUCCESS) : NOT_FOUND;
}

CALL cuMemAlloc_v2(uintptr_t* address, size_t bytes) {
    if (!current || bytes == 0) {
        return INVALID_VALUE;
    }
    if (bytes > total - used) {
        return OUT_OF_MEMORY;
    }
    used += bytes;
    *address = reinterpret_cast<uintptr_t>(card::allocate(bytes));
    taken[*address] = bytes;
    return SUCCESS;
}

CALL cuMemFree_v2(uintptr_t address) {
    auto found = taken.find(address);
    if (found == taken.end()) {
        return INVALID_VALUE;
    }
    used -= found->second;
    bool good = card::release(static_cast<unsigned char*>(at(address)), found->second);
    taken.erase(found);
    return good ? SUCCESS : ILLEGAL_ADDRESS;
}

CALL cuMemsetD8Async(uintptr_t address, unsigned char value, size_t bytes, void* in) {
    return in == &stream && has(address, bytes) ? (memset(at(address), value, bytes), SUCCESS) : INVALID_VALUE;
}

CALL cuMemcpyDtoDAsync_v2(uintptr_t to, uintptr_t from, size_t bytes, void* in) {
    return in == &stream && has(to, bytes) && has(from, bytes) ? (memcpy(at(to), at(from), bytes), SUCCESS) : INVALID_VALUE;
}

CALL cuMemcpyHtoD_v2(uintptr_t to, const void* from, size_t bytes) { return has(to, bytes) ? (memcpy(at(to), from, bytes), SUCCESS) : INVALID_VALUE; }

CALL cuMemcpyDtoH_v2(void* to, uintptr_t from, size_t bytes) { return has(from, bytes) ? (memcpy(to, at(from), bytes), SUCCESS) : INVALID_VALUE; }

CALL cuLaunchKernel(const card::Kernel* kernel, unsigned x, unsigned y, unsigned z, unsigned tx, unsigned ty, unsigned tz, unsigned shared, void* in, void** arguments, void** extra) {
    if (!current || in != &stream || shared != 0 || extra != nullptr || x * y * z == 0) {
        return LAUNCH_FAILED;
    }
    kernel->run({{x, y, z, tx, ty, tz}, false, arguments});
    return SUCCESS;
}

CALL cuGetErrorString(int error, const char** value) { return *value = error == SUCCESS ? "no error" : "as the stand-in was told", SUCCESS; }

#define NATIVE(type, name) extern "C" JNIEXPORT type JNICALL Java_org_rote_operators_cuda_device_FakeDriver_##name

NATIVE(void, become)(JNIEnv*, jclass, jint init, jint interface, jint count, jint capability, jlong memory) {
    initResult = init;
    version = interface;
    devices = count;
    major = capability / 10;
    minor = capability % 10;
    total = size_t(memory);
}

/// Contexts, streams, modules and stretches of memory that were taken and not given back.
NATIVE(jint, held)(JNIEnv*, jclass) { return contexts + streams + modules + jint(taken.size()); }
