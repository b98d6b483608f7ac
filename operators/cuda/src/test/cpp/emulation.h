// What a kernel needs to be compiled for the processor: the threads of a launch run one after another, each with its place in these variables; launches may run side by side.
#pragma once

#include <cmath>

struct Place {
    unsigned x, y, z;
};

static thread_local Place threadIdx, blockIdx, blockDim;

#define __global__
#define __device__
#define __forceinline__ inline
#define __grid_constant__
#define __launch_bounds__(threads)

// A copy for every thread would take most of the time.
#define SETUP const Setup& setup
