// A stand-in for libcuda.so.1: as much of the driver interface as is called, on the kernels compiled for the processor, so that what is called through JCuda can be tested without a card. Strict where a driver is: a context must be current in the
// thread that calls, kernels must be in the PTX that was loaded, memory must have been taken.
//
// As late as a driver may be: what is asked of a stream is done when something waits for the stream, and memory of the host is read and written then. What waits, as NVIDIA's documentation says: synchronising; giving memory back; copies that
// name no stream, for streams that were not made to ignore those. Stricter than a driver: streams and modules cannot be given back while work is left.
//
// Any call but that for words can be made to fail, once; after some failures, as after an illegal address, every call in that context says the same until all who hold it have given it back.
#include "driver.h"

#include <jni.h>

using namespace driver;

#define CALL extern "C" __attribute__((visibility("default"))) int

CALL cuInit(unsigned) {
    return locked("cuInit", [] { return initResult; });
}

CALL cuDriverGetVersion(int* value) {
    return locked("cuDriverGetVersion", [&] { return *value = version, SUCCESS; });
}

CALL cuDeviceGetCount(int* value) {
    return locked("cuDeviceGetCount", [&] { return *value = devices, SUCCESS; });
}

CALL cuDeviceGet(int* device, int number) {
    return locked("cuDeviceGet", [&] { return number < devices ? (*device = number, SUCCESS) : INVALID_DEVICE; });
}

CALL cuDeviceGetName(char* name, int length, int) {
    return locked("cuDeviceGetName", [&] { return strncpy(name, "Paper 100", length), SUCCESS; });
}

CALL cuDeviceGetAttribute(int* value, int attribute, int device) {
    return locked("cuDeviceGetAttribute", [&]() -> int {
        auto own = capabilities.find(device);
        int both = own == capabilities.end() ? capability : own->second;
        switch (attribute) {
        case 5:
            return *value = MOST_BLOCKS_ALONG_X, SUCCESS;
        case 6:
        case 7:
            return *value = MOST_BLOCKS, SUCCESS;
        case 75:
            return *value = both / 10, SUCCESS;
        case 76:
            return *value = both % 10, SUCCESS;
        default:
            return INVALID_VALUE;
        }
    });
}

CALL cuGetErrorString(int error, const char** value) { return *value = error == SUCCESS ? "no error" : "as the stand-in was told", SUCCESS; }

CALL cuDevicePrimaryCtxRetain(void** value, int device) {
    return locked("cuDevicePrimaryCtxRetain", [&] { return contexts[device].holders++, *value = &contexts[device], SUCCESS; });
}

CALL cuDevicePrimaryCtxRelease_v2(int device) {
    return locked("cuDevicePrimaryCtxRelease", [&]() -> int {
        Context& context = contexts[device];
        if (context.holders == 0) {
            return INVALID_CONTEXT;
        }
        if (--context.holders == 0) {
            end(context);
        }
        return SUCCESS;
    });
}

CALL cuCtxSetCurrent(void* value) {
    return locked("cuCtxSetCurrent", [&]() -> int {
        for (auto& context : contexts) {
            if (&context.second == value && context.second.holders > 0) {
                current = &context.second;
                currentGeneration = current->generation;
                return current->broken;
            }
        }
        return INVALID_CONTEXT;
    });
}

CALL cuStreamCreate(void** value, unsigned flags) {
    return inContext("cuStreamCreate", [&]() -> int {
        if (flags > NON_BLOCKING) {
            return INVALID_VALUE;
        }
        auto stream = std::make_unique<Stream>(Stream{flags == NON_BLOCKING, {}});
        *value = stream.get();
        here()->streams[*value] = std::move(stream);
        return SUCCESS;
    });
}

CALL cuStreamSynchronize(void* value) {
    return inContext("cuStreamSynchronize", [&]() -> int {
        Stream* stream = find(here()->streams, value);
        return stream == nullptr ? INVALID_HANDLE : (finish(*stream), SUCCESS);
    });
}

CALL cuStreamDestroy_v2(void* value) {
    return inContext("cuStreamDestroy", [&]() -> int {
        Stream* stream = find(here()->streams, value);
        return stream == nullptr ? INVALID_HANDLE : !stream->work.empty() ? NOT_READY : (here()->streams.erase(value), SUCCESS);
    });
}

/// What the compiler in the driver says, into the buffers that the options name.
void write(unsigned option, const char* words, unsigned count, const int* options, void** values) {
    size_t room = 0;
    for (unsigned i = 0; i < count; i++) {
        room = options[i] == int(option) + 1 ? reinterpret_cast<size_t>(values[i]) : room;
    }
    for (unsigned i = 0; i < count; i++) {
        if (options[i] == int(option) && room > strlen(words)) {
            strcpy(static_cast<char*>(values[i]), words);
        }
    }
}

CALL cuModuleLoadDataEx(void** value, const void* image, unsigned count, const int* options, void** values) {
    int result = inContext("cuModuleLoadDataEx", [&]() -> int {
        std::string text = static_cast<const char*>(image);
        if (text.find(".version 9.0") == std::string::npos || text.find(".target sm_75") == std::string::npos) {
            return INVALID_PTX;
        }
        auto module = std::make_unique<Module>(Module{text, {}});
        *value = module.get();
        here()->modules[*value] = std::move(module);
        return SUCCESS;
    });
    if (result != SUCCESS) {
        write(ERROR_LOG, "ptxas fatal   : words of the compiler\nptxas fatal   : on two lines\n", count, options, values);
        write(INFO_LOG, "ptxas info    : and more of them", count, options, values);
    }
    return result;
}

CALL cuModuleUnload(void* value) {
    return inContext("cuModuleUnload", [&]() -> int { return find(here()->modules, value) == nullptr ? INVALID_HANDLE : workIsLeft(value) ? NOT_READY : (here()->modules.erase(value), SUCCESS); });
}

CALL cuModuleGetFunction(const void** function, void* value, const char* name) {
    return inContext("cuModuleGetFunction", [&]() -> int {
        Module* module = find(here()->modules, value);
        auto kernel = card::kernels().find(name);
        if (module == nullptr) {
            return INVALID_HANDLE;
        }
        size_t entry = module->text.find(".entry " + std::string(name) + "(");
        if (entry == std::string::npos || kernel == card::kernels().end()) {
            return NOT_FOUND;
        }
        Function& found = module->functions[name];
        found = {value, &kernel->second, mostThreads(module->text, entry)};
        *function = &found;
        return SUCCESS;
    });
}

CALL cuMemGetInfo_v2(size_t* free, size_t* all) {
    return inContext("cuMemGetInfo", [&] { return *free = total - here()->used, *all = total, SUCCESS; });
}

CALL cuMemAlloc_v2(uintptr_t* address, size_t bytes) {
    return inContext("cuMemAlloc", [&]() -> int {
        if (bytes == 0) {
            return INVALID_VALUE;
        }
        if (bytes > total - here()->used) {
            return OUT_OF_MEMORY;
        }
        here()->used += bytes;
        *address = reinterpret_cast<uintptr_t>(card::allocate(bytes));
        here()->taken[*address] = bytes;
        return SUCCESS;
    });
}

CALL cuMemFree_v2(uintptr_t address) {
    return inContext("cuMemFree", [&]() -> int {
        auto found = here()->taken.find(address);
        if (found == here()->taken.end()) {
            return INVALID_VALUE;
        }
        finishAll();
        here()->used -= found->second;
        bool good = card::release(static_cast<unsigned char*>(at(address)), found->second);
        here()->taken.erase(found);
        return good ? SUCCESS : ILLEGAL_ADDRESS;
    });
}

CALL cuMemsetD8Async(uintptr_t address, unsigned char value, size_t bytes, void* stream) {
    return ask("cuMemsetD8Async", stream, {{address, bytes}}, [=] { memset(at(address), value, bytes); });
}

CALL cuMemcpyDtoDAsync_v2(uintptr_t to, uintptr_t from, size_t bytes, void* stream) {
    return ask("cuMemcpyDtoDAsync", stream, {{to, bytes}, {from, bytes}}, [=] { memcpy(at(to), at(from), bytes); });
}

CALL cuMemcpyHtoDAsync_v2(uintptr_t to, const void* from, size_t bytes, void* stream) {
    return ask("cuMemcpyHtoDAsync", stream, {{to, bytes}}, [=] { memcpy(at(to), from, bytes); });
}

CALL cuMemcpyDtoHAsync_v2(void* to, uintptr_t from, size_t bytes, void* stream) {
    return ask("cuMemcpyDtoHAsync", stream, {{from, bytes}}, [=] { memcpy(to, at(from), bytes); });
}

CALL cuMemcpyHtoD_v2(uintptr_t to, const void* from, size_t bytes) {
    return inContext("cuMemcpyHtoD", [&]() -> int { return has(to, bytes) ? (finishForCopy(), memcpy(at(to), from, bytes), SUCCESS) : INVALID_VALUE; });
}

CALL cuMemcpyDtoH_v2(void* to, uintptr_t from, size_t bytes) {
    return inContext("cuMemcpyDtoH", [&]() -> int { return has(from, bytes) ? (finishForCopy(), memcpy(to, at(from), bytes), SUCCESS) : INVALID_VALUE; });
}

/// Arguments are taken now, as a driver takes them.
CALL cuLaunchKernel(const Function* function, unsigned x, unsigned y, unsigned z, unsigned tx, unsigned ty, unsigned tz, unsigned shared, void* stream, void** arguments, void** extra) {
    const card::Kernel* kernel = function->kernel;
    uint64_t threads = uint64_t(tx) * ty * tz;
    bool possible = x > 0 && x <= unsigned(MOST_BLOCKS_ALONG_X) && y > 0 && y <= unsigned(MOST_BLOCKS) && z > 0 && z <= unsigned(MOST_BLOCKS) && threads > 0 && threads <= function->mostThreads && tz <= MOST_THREADS_ALONG_Z && shared == 0 && extra == nullptr;
    if (!possible) {
        return INVALID_VALUE;
    }
    std::vector<std::vector<unsigned char>> copies;
    for (size_t i = 0; i < kernel->sizes.size(); i++) {
        auto* argument = static_cast<unsigned char*>(arguments[i]);
        copies.emplace_back(argument, argument + kernel->sizes[i]);
    }
    return ask("cuLaunchKernel", stream, {}, [=]() mutable {
        std::vector<void*> addresses;
        for (auto& copy : copies) {
            addresses.push_back(copy.data());
        }
        kernel->run({{x, y, z, tx, ty, tz}, false, addresses.data()});
    }, function->module);
}

#define NATIVE(type, name) extern "C" JNIEXPORT type JNICALL Java_org_rote_operators_cuda_device_FakeDriver_##name

NATIVE(void, become)(JNIEnv*, jclass, jint init, jint interface, jint count, jint capabilityOfAll, jlong memory) {
    initResult = init;
    version = interface;
    devices = count;
    capability = capabilityOfAll;
    capabilities.clear();
    failing.clear();
    for (auto& context : contexts) {
        context.second.holders = 0;
        context.second.broken = LAUNCH_FAILED;
        end(context.second);
    }
    total = size_t(memory);
}

NATIVE(void, setCapability)(JNIEnv*, jclass, jint card, jint own) { capabilities[card] = own; }

NATIVE(void, fail)(JNIEnv* env, jclass, jstring call, jint after, jint result) {
    const char* text = env->GetStringUTFChars(call, nullptr);
    failing = text;
    env->ReleaseStringUTFChars(call, text);
    failingAfter = after;
    failingWith = result;
}

/// Holders of the context of a card, streams, modules and stretches of memory that were taken and not given back.
NATIVE(jint, held)(JNIEnv*, jclass, jint card) {
    std::lock_guard<std::mutex> held(guard);
    return jint(contexts[card].held());
}
