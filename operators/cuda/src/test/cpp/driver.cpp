// A stand-in for libcuda.so.1: as much of the driver interface as is called, on the kernels compiled for the processor, so that what is called through JCuda can be tested without a card. Strict where a driver is: a context must be current in the
// thread that calls, kernels must be in the PTX that was loaded, memory must have been taken.
//
// As late as a driver may be: what is asked of a stream is done when something waits for the stream, and memory of the host is read and written then. What waits, as NVIDIA's documentation says: synchronising; giving memory back; copies that
// name no stream, for streams that were not made to ignore those. Stricter than a driver: streams and modules cannot be given back while work is left.
#include "card.h"

#include <deque>
#include <functional>
#include <jni.h>
#include <memory>
#include <mutex>

namespace {

enum {
    SUCCESS = 0,
    INVALID_VALUE = 1,
    OUT_OF_MEMORY = 2,
    INVALID_DEVICE = 101,
    INVALID_CONTEXT = 201,
    INVALID_PTX = 218,
    INVALID_HANDLE = 400,
    NOT_FOUND = 500,
    NOT_READY = 600,
    ILLEGAL_ADDRESS = 700
};

const unsigned NON_BLOCKING = 1;
const unsigned INFO_LOG = 3; // of the options; how large each is, is the next
const unsigned ERROR_LOG = 5;
const unsigned MOST_BLOCKS = 65535; // along y and z
const unsigned MOST_THREADS = 1024;
const unsigned MOST_THREADS_ALONG_Z = 64;

/// What was asked of a stream, and the module whose kernel it is.
struct Work {
    const void* module;
    std::function<void()> run;
};

struct Stream {
    bool ignoresOthers;
    std::deque<Work> work;
};

struct Function {
    const void* module;
    const card::Kernel* kernel;
    unsigned mostThreads;
};

struct Module {
    std::string text;
    std::map<std::string, Function> functions;
};

/// Of all that follows: any thread may call.
std::mutex guard;
int initResult = SUCCESS, version = 13000, devices = 1;
int capability = 75; // 10 * major + minor
std::map<int, int> capabilities; // of cards that have another
size_t total = size_t(1) << 30;
size_t used = 0;
int holders = 0;    // of the one context
int generation = 1; // of the context: one that all gave back is another one afterwards
char context;
std::map<void*, std::unique_ptr<Stream>> streams;
std::map<void*, std::unique_ptr<Module>> modules;
std::map<uintptr_t, size_t> taken;

/// The call that will fail, once: after how many that go well, and with what.
std::string failing;
int failingAfter = 0, failingWith = SUCCESS;

bool fails(const char* call) {
    if (failing != call || failingAfter-- > 0) {
        return false;
    }
    failing.clear();
    return true;
}

#define MAY_FAIL(call) \
    if (fails(call)) { \
        return failingWith; \
    }

/// Which context is current in this thread.
thread_local int current = 0;

template <class Work>
int locked(Work work) {
    std::lock_guard<std::mutex> held(guard);
    return work();
}

template <class Work>
int inContext(Work work) {
    return locked([&]() -> int { return holders > 0 && current == generation ? work() : INVALID_CONTEXT; });
}

void finish(Stream& stream) {
    while (!stream.work.empty()) {
        stream.work.front().run();
        stream.work.pop_front();
    }
}

void finishAll() {
    for (auto& stream : streams) {
        finish(*stream.second);
    }
}

/// What a copy that names no stream waits for.
void finishForCopy() {
    for (auto& stream : streams) {
        if (!stream.second->ignoresOthers) {
            finish(*stream.second);
        }
    }
}

/// Of other modules there may be some: each operator loads its own.
bool workIsLeft(const void* module) {
    for (auto& stream : streams) {
        for (auto& work : stream.second->work) {
            if (work.module == module) {
                return true;
            }
        }
    }
    return false;
}

bool has(uintptr_t address, size_t bytes) {
    auto after = taken.upper_bound(address);
    if (after == taken.begin()) {
        return false;
    }
    --after;
    return address + bytes <= after->first + after->second;
}

void* at(uintptr_t address) { return reinterpret_cast<void*>(address); }

/// Asks a stream for work on memory, all of which must have been taken.
int ask(void* stream, std::initializer_list<std::pair<uintptr_t, size_t>> memory, std::function<void()> work, const void* module = nullptr) {
    return inContext([&]() -> int {
        auto found = streams.find(stream);
        if (found == streams.end()) {
            return INVALID_HANDLE;
        }
        for (auto& stretch : memory) {
            if (!has(stretch.first, stretch.second)) {
                return INVALID_VALUE;
            }
        }
        found->second->work.push_back({module, std::move(work)});
        return SUCCESS;
    });
}

/// The bound of threads that the kernel was compiled for, if it names one.
unsigned mostThreads(const std::string& text, size_t entry) {
    const std::string word = ".maxntid ";
    size_t bound = text.find(word, entry);
    return bound < text.find('{', entry) ? unsigned(std::stoul(text.substr(bound + word.size()))) : MOST_THREADS;
}

} // namespace

#define CALL extern "C" __attribute__((visibility("default"))) int

CALL cuInit(unsigned) { return initResult; }
CALL cuDriverGetVersion(int* value) { return *value = version, SUCCESS; }
CALL cuDeviceGetCount(int* value) { return *value = devices, SUCCESS; }
CALL cuDeviceGet(int* device, int number) { return number < devices ? (*device = number, SUCCESS) : INVALID_DEVICE; }
CALL cuDeviceGetName(char* name, int length, int) { return strncpy(name, "Paper 100", length), SUCCESS; }
CALL cuDeviceGetAttribute(int* value, int attribute, int device) {
    MAY_FAIL("cuDeviceGetAttribute")
    auto own = capabilities.find(device);
    int both = own == capabilities.end() ? capability : own->second;
    return attribute == 75 ? (*value = both / 10, SUCCESS) : attribute == 76 ? (*value = both % 10, SUCCESS) : INVALID_VALUE;
}
CALL cuGetErrorString(int error, const char** value) { return *value = error == SUCCESS ? "no error" : "as the stand-in was told", SUCCESS; }

CALL cuDevicePrimaryCtxRetain(void** value, int) {
    MAY_FAIL("cuDevicePrimaryCtxRetain")
    return locked([&] { return holders++, *value = &context, SUCCESS; });
}

CALL cuDevicePrimaryCtxRelease_v2(int) {
    return locked([&]() -> int {
        if (holders == 0) {
            return INVALID_CONTEXT;
        }
        generation += --holders == 0;
        return SUCCESS;
    });
}

CALL cuCtxSetCurrent(void* value) {
    return locked([&]() -> int { return value == &context && holders > 0 ? (current = generation, SUCCESS) : INVALID_CONTEXT; });
}

CALL cuStreamCreate(void** value, unsigned flags) {
    MAY_FAIL("cuStreamCreate")
    return inContext([&]() -> int {
        if (flags > NON_BLOCKING) {
            return INVALID_VALUE;
        }
        auto stream = std::make_unique<Stream>(Stream{flags == NON_BLOCKING, {}});
        *value = stream.get();
        streams[*value] = std::move(stream);
        return SUCCESS;
    });
}

CALL cuStreamSynchronize(void* value) {
    MAY_FAIL("cuStreamSynchronize")
    return inContext([&]() -> int {
        auto found = streams.find(value);
        return found == streams.end() ? INVALID_HANDLE : (finish(*found->second), SUCCESS);
    });
}

CALL cuStreamDestroy_v2(void* value) {
    return inContext([&]() -> int {
        auto found = streams.find(value);
        return found == streams.end() ? INVALID_HANDLE : !found->second->work.empty() ? NOT_READY : (streams.erase(found), SUCCESS);
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
    if (fails("cuModuleLoadDataEx")) {
        write(ERROR_LOG, "ptxas fatal   : words of the compiler\nptxas fatal   : on two lines\n", count, options, values);
        write(INFO_LOG, "ptxas info    : and more of them", count, options, values);
        return failingWith;
    }
    return inContext([&]() -> int {
        std::string text = static_cast<const char*>(image);
        if (text.find(".version 9.0") == std::string::npos || text.find(".target sm_75") == std::string::npos) {
            return INVALID_PTX;
        }
        auto module = std::make_unique<Module>(Module{text, {}});
        *value = module.get();
        modules[*value] = std::move(module);
        return SUCCESS;
    });
}

CALL cuModuleUnload(void* value) {
    MAY_FAIL("cuModuleUnload")
    return inContext([&]() -> int { return workIsLeft(value) ? NOT_READY : modules.erase(value) == 1 ? SUCCESS : INVALID_HANDLE; });
}

CALL cuModuleGetFunction(const void** function, void* value, const char* name) {
    return inContext([&]() -> int {
        auto module = modules.find(value);
        auto kernel = card::kernels().find(name);
        if (module == modules.end()) {
            return INVALID_HANDLE;
        }
        size_t entry = module->second->text.find(".entry " + std::string(name) + "(");
        if (entry == std::string::npos || kernel == card::kernels().end()) {
            return NOT_FOUND;
        }
        Function& found = module->second->functions[name];
        found = {value, &kernel->second, mostThreads(module->second->text, entry)};
        *function = &found;
        return SUCCESS;
    });
}

CALL cuMemGetInfo_v2(size_t* free, size_t* all) {
    return inContext([&] { return *free = total - used, *all = total, SUCCESS; });
}

CALL cuMemAlloc_v2(uintptr_t* address, size_t bytes) {
    return inContext([&]() -> int {
        if (bytes == 0) {
            return INVALID_VALUE;
        }
        if (bytes > total - used) {
            return OUT_OF_MEMORY;
        }
        used += bytes;
        *address = reinterpret_cast<uintptr_t>(card::allocate(bytes));
        taken[*address] = bytes;
        return SUCCESS;
    });
}

CALL cuMemFree_v2(uintptr_t address) {
    MAY_FAIL("cuMemFree")
    return inContext([&]() -> int {
        auto found = taken.find(address);
        if (found == taken.end()) {
            return INVALID_VALUE;
        }
        finishAll();
        used -= found->second;
        bool good = card::release(static_cast<unsigned char*>(at(address)), found->second);
        taken.erase(found);
        return good ? SUCCESS : ILLEGAL_ADDRESS;
    });
}

CALL cuMemsetD8Async(uintptr_t address, unsigned char value, size_t bytes, void* stream) {
    return ask(stream, {{address, bytes}}, [=] { memset(at(address), value, bytes); });
}

CALL cuMemcpyDtoDAsync_v2(uintptr_t to, uintptr_t from, size_t bytes, void* stream) {
    return ask(stream, {{to, bytes}, {from, bytes}}, [=] { memcpy(at(to), at(from), bytes); });
}

CALL cuMemcpyHtoDAsync_v2(uintptr_t to, const void* from, size_t bytes, void* stream) {
    return ask(stream, {{to, bytes}}, [=] { memcpy(at(to), from, bytes); });
}

CALL cuMemcpyDtoHAsync_v2(void* to, uintptr_t from, size_t bytes, void* stream) {
    return ask(stream, {{from, bytes}}, [=] { memcpy(to, at(from), bytes); });
}

CALL cuMemcpyHtoD_v2(uintptr_t to, const void* from, size_t bytes) {
    return inContext([&]() -> int { return has(to, bytes) ? (finishForCopy(), memcpy(at(to), from, bytes), SUCCESS) : INVALID_VALUE; });
}

CALL cuMemcpyDtoH_v2(void* to, uintptr_t from, size_t bytes) {
    return inContext([&]() -> int { return has(from, bytes) ? (finishForCopy(), memcpy(to, at(from), bytes), SUCCESS) : INVALID_VALUE; });
}

/// Arguments are taken now, as a driver takes them.
CALL cuLaunchKernel(const Function* function, unsigned x, unsigned y, unsigned z, unsigned tx, unsigned ty, unsigned tz, unsigned shared, void* stream, void** arguments, void** extra) {
    MAY_FAIL("cuLaunchKernel")
    const card::Kernel* kernel = function->kernel;
    uint64_t threads = uint64_t(tx) * ty * tz;
    bool possible = x > 0 && x <= INT32_MAX && y > 0 && y <= MOST_BLOCKS && z > 0 && z <= MOST_BLOCKS && threads > 0 && threads <= function->mostThreads && tz <= MOST_THREADS_ALONG_Z && shared == 0 && extra == nullptr;
    if (!possible) {
        return INVALID_VALUE;
    }
    std::vector<std::vector<unsigned char>> copies;
    for (size_t i = 0; i < kernel->sizes.size(); i++) {
        auto* argument = static_cast<unsigned char*>(arguments[i]);
        copies.emplace_back(argument, argument + kernel->sizes[i]);
    }
    return ask(stream, {}, [=]() mutable {
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

/// Holders of the context, streams, modules and stretches of memory that were taken and not given back.
NATIVE(jint, held)(JNIEnv*, jclass) {
    return locked([] { return holders + jint(streams.size() + modules.size() + taken.size()); });
}
