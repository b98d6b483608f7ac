// What both stand-ins for a card share: the kernels of waves.cu compiled for the processor, and memory that is fenced and filled with NaN.
#pragma once
#include "emulation.h"
#include "waves.cu"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <new>
#include <string>
#include <utility>
#include <vector>

namespace card {

const size_t FENCE = 256;
const unsigned char OUTSIDE = 0xA5;
const unsigned char UNWRITTEN = 0xFF; // NaN as a float
const std::align_val_t ALIGNMENT{128};

inline unsigned char* allocate(size_t bytes) {
    auto* all = static_cast<unsigned char*>(::operator new(bytes + 2 * FENCE, ALIGNMENT));
    memset(all, OUTSIDE, FENCE);
    memset(all + FENCE, UNWRITTEN, bytes);
    memset(all + FENCE + bytes, OUTSIDE, FENCE);
    return all + FENCE;
}

inline bool intact(const unsigned char* fence) {
    for (size_t i = 0; i < FENCE; i++) {
        if (fence[i] != OUTSIDE) {
            return false;
        }
    }
    return true;
}

/// Whether the fences are as they were.
inline bool release(unsigned char* memory, size_t bytes) {
    bool good = intact(memory - FENCE) && intact(memory + bytes);
    ::operator delete(memory - FENCE, ALIGNMENT);
    return good;
}

/// Blocks along x, y and z and threads of a block; with `reversed`, the last thread of the last block comes first.
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
    blockDim = {unsigned(launch.extents[3]), unsigned(launch.extents[4]), unsigned(launch.extents[5])};
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

/// Bytes of each argument.
template <class... A>
std::vector<size_t> sizes(void (*)(A...)) {
    return {sizeof(A)...};
}

template <auto kernel>
void run(const Launch& launch) {
    threads<kernel>(launch, kernel, indices(kernel));
}

struct Kernel {
    void (*run)(const Launch&);
    std::vector<size_t> sizes;
};

#define KERNEL(name) {#name, {run<name>, sizes(name)}}
#define KERNELS(r) \
    KERNEL(stepForward_r##r##_d2), KERNEL(stepForward_r##r##_d3), KERNEL(stepBack_r##r##_d2), KERNEL(stepBack_r##r##_d3)

inline const std::map<std::string, Kernel>& kernels() {
    static const std::map<std::string, Kernel> all = {
        KERNELS(2), KERNELS(4), KERNELS(8), KERNEL(relaxForward), KERNEL(relaxBackFirst), KERNEL(relaxBackSecond), KERNEL(feed), KERNEL(record), KERNEL(mirror)};
    return all;
}

} // namespace card
