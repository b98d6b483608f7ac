// What the stand-in for a driver holds: cards, their contexts, and what was asked of them and is not done yet.
#pragma once
#include "card.h"

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace driver {

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
    ILLEGAL_ADDRESS = 700,
    LAUNCH_TIMEOUT = 702,
    HARDWARE_STACK_ERROR = 714, // and an illegal instruction, a misaligned address, an invalid address space and an invalid program counter
    LAUNCH_FAILED = 719
};

const unsigned NON_BLOCKING = 1;
const unsigned INFO_LOG = 3; // of the options; how large each is, is the next
const unsigned ERROR_LOG = 5;
const int MOST_BLOCKS_ALONG_X = INT32_MAX;
const int MOST_BLOCKS = 65535; // along y and z
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

/// The primary context of a card, and what is in it: one that all gave back is another one afterwards.
struct Context {
    int holders = 0;
    int generation = 1;
    int broken = SUCCESS;
    size_t used = 0;
    std::map<void*, std::unique_ptr<Stream>> streams;
    std::map<void*, std::unique_ptr<Module>> modules;
    std::map<uintptr_t, size_t> taken;

    size_t held() const { return holders + streams.size() + modules.size() + taken.size(); }
};

/// Of all that follows: any thread may call.
std::mutex guard;
int initResult = SUCCESS, version = 13000, devices = 1;
int capability = 75; // 10 * major + minor
std::map<int, int> capabilities; // of cards that have another
size_t total = size_t(1) << 30;
std::map<int, Context> contexts; // by card

/// The call that will fail, once: after how many that go well, and with what.
std::string failing;
int failingAfter = 0, failingWith = SUCCESS;

/// Which context is current in this thread.
thread_local Context* current = nullptr;
thread_local int currentGeneration = 0;

/// Nothing if that was given back.
Context* here() { return current != nullptr && current->holders > 0 && current->generation == currentGeneration ? current : nullptr; }

bool breaks(int result) {
    return result == ILLEGAL_ADDRESS || result == LAUNCH_TIMEOUT || (result >= HARDWARE_STACK_ERROR && result <= LAUNCH_FAILED);
}

bool fails(const char* call) {
    if (failing != call || failingAfter-- > 0) {
        return false;
    }
    failing.clear();
    if (breaks(failingWith) && here() != nullptr) {
        here()->broken = failingWith;
    }
    return true;
}

template <class Work>
int locked(const char* call, Work work) {
    std::lock_guard<std::mutex> held(guard);
    return fails(call) ? failingWith : work();
}

template <class Work>
int inContext(const char* call, Work work) {
    return locked(call, [&]() -> int { return here() == nullptr ? INVALID_CONTEXT : here()->broken != SUCCESS ? here()->broken : work(); });
}

/// What a handle names among what is in this context.
template <class Thing>
Thing* find(const std::map<void*, std::unique_ptr<Thing>>& things, void* handle) {
    auto found = things.find(handle);
    return found == things.end() ? nullptr : found->second.get();
}

void finish(Stream& stream) {
    while (!stream.work.empty()) {
        stream.work.front().run();
        stream.work.pop_front();
    }
}

void finishAll() {
    for (auto& stream : here()->streams) {
        finish(*stream.second);
    }
}

/// What a copy that names no stream waits for.
void finishForCopy() {
    for (auto& stream : here()->streams) {
        if (!stream.second->ignoresOthers) {
            finish(*stream.second);
        }
    }
}

/// Of other modules there may be some: each operator loads its own.
bool workIsLeft(const void* module) {
    for (auto& stream : here()->streams) {
        for (auto& work : stream.second->work) {
            if (work.module == module) {
                return true;
            }
        }
    }
    return false;
}

bool has(uintptr_t address, size_t bytes) {
    auto& taken = here()->taken;
    auto after = taken.upper_bound(address);
    if (after == taken.begin()) {
        return false;
    }
    --after;
    return address + bytes <= after->first + after->second;
}

void* at(uintptr_t address) { return reinterpret_cast<void*>(address); }

/// Asks a stream for work on memory, all of which must have been taken.
int ask(const char* call, void* handle, std::initializer_list<std::pair<uintptr_t, size_t>> memory, std::function<void()> work, const void* module = nullptr) {
    return inContext(call, [&]() -> int {
        Stream* stream = find(here()->streams, handle);
        if (stream == nullptr) {
            return INVALID_HANDLE;
        }
        for (auto& stretch : memory) {
            if (!has(stretch.first, stretch.second)) {
                return INVALID_VALUE;
            }
        }
        stream->work.push_back({module, std::move(work)});
        return SUCCESS;
    });
}

/// When all gave a context back. What is in it goes with it if it is broken; if not, all should have been given back before, and what was not stays to be counted.
void end(Context& context) {
    context.generation++;
    if (context.broken != SUCCESS) {
        for (auto& memory : context.taken) {
            card::release(static_cast<unsigned char*>(at(memory.first)), memory.second);
        }
        context.streams.clear();
        context.modules.clear();
        context.taken.clear();
        context.used = 0;
        context.broken = SUCCESS;
    }
}

/// The bound of threads that the kernel was compiled for, if it names one.
unsigned mostThreads(const std::string& text, size_t entry) {
    const std::string word = ".maxntid ";
    size_t bound = text.find(word, entry);
    return bound < text.find('{', entry) ? unsigned(std::stoul(text.substr(bound + word.size()))) : MOST_THREADS;
}

} // namespace driver
