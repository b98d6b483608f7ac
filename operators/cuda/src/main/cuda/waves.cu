// Acoustic stepping of a batch of shots: the equations, layers and order of work of org.rote.operators.propagation (see Kernels there), one thread a node.
//
// No shared memory, no barrier, no atomic addition: threads of one launch write what no other thread of it reads or writes, so they may run in any order. Launches of a batch run one after another.
//
// Every operation rounds as it is written: products are fused into sums by fmaf and nowhere else (build.sh says --fmad=false, so that the PTX has `.rn` operations only, which its compilers may not fuse), and no number is flushed to zero.
// So a step gives the same bits whether or not its second differences are kept, on any card, and on a processor (with -ffp-contract=off).
//
// Places along an axis that is known at run time only are chosen by `along`, and no index of a local array is: such arrays would lie in memory instead of registers.
//
// A batch holds `shots` states, one after another; a state is the field at even and at odd steps, then the first memories of all layers, then the second ones. Row i1, i2 of a field begins at
// start + i1 * stride[1] + i2 * stride[2]; neighbours along an axis are stride[axis] apart. What is read beside a box lies in the padding.

const int AXES = 3;
const int MOST_LAYERS = 6;
const int MOST_RADIUS = 8;
const int LAYER_FIRST_RADIUS = 2; // of differences in layers
const int LAYER_SECOND_RADIUS = 4;

/// An absorbing layer: one side of the grid. Its memory at a node is at start + i0 + i1 * row + i2 * plane, relative to `first` or `second` in a state.
struct Layer {
    int axis;
    int from; // nodes of the layer along its axis
    int to;
    int seenFrom; // nodes from which differences see its memories
    int seenTo;
    int start;
    int row;
    int plane;
    int profile; // where b, and `length` of its axis later a, begin among the coefficients
    int nodes; // of this layer and those before it
    int first; // where memories begin in a state, in units of 32 numbers
    int second;
};

/// What does not change while a grid is stepped on.
struct Setup {
    long long stateSize; // numbers in a state
    long long fieldSize; // numbers from the field of even steps to that of odd ones
    int lead; // numbers before a field, so that rows begin on a line of the cache
    int radius; // of all differences
    int start;
    int stride[AXES];
    int count[AXES]; // nodes along each axis, layers included
    int innerFrom[AXES]; // nodes that see no layer of the axis
    int innerTo[AXES];
    int layers;
    float centre; // weight of the node itself in the Laplacian
    float second[AXES][MOST_RADIUS + 1];
    float layerFirst[AXES][LAYER_FIRST_RADIUS + 1];
    float layerSecond[AXES][LAYER_SECOND_RADIUS + 1];
    Layer layer[MOST_LAYERS];
};

/// Where a step of a shot works, nodes [from, to), and where its second differences begin among those of the step. 0 to 0 where it does not work.
struct Box {
    int from[AXES];
    int to[AXES];
    int keptAt;
    int unused;
};

/// A node that points feed: entries [from, to) of them.
struct Fed {
    int shot;
    int node;
    int place[AXES];
    int from;
    int to;
    int unused;
};

/// A receiver of a shot: entries [from, to), the nodes that it reads.
struct Reader {
    int shot;
    int from;
    int to;
    int unused;
};

// As they are laid out in CardLayout and BatchTables.
static_assert(sizeof(Setup) == 576 && sizeof(Box) == 32 && sizeof(Fed) == 32 && sizeof(Reader) == 16, "layout");

#ifndef SETUP
#define SETUP const __grid_constant__ Setup setup
#endif

struct Node {
    int place[AXES];
    int at;
    bool inside;
};

/// One of the numbers of a node, by axis.
__device__ __forceinline__ int along(const int* ofAxes, int axis) {
    return axis == 0 ? ofAxes[0] : axis == 1 ? ofAxes[1] : ofAxes[2];
}

__device__ __forceinline__ int rowOf(const Setup& setup, int i1, int i2) {
    return setup.start + i1 * setup.stride[1] + i2 * setup.stride[2];
}

__device__ __forceinline__ float* fieldOf(const Setup& setup, float* states, int shot, int parity) {
    return states + shot * setup.stateSize + parity * setup.fieldSize + setup.lead;
}

__device__ __forceinline__ float* firstOf(const Setup& setup, float* states, int shot, const Layer& layer) {
    return states + shot * setup.stateSize + 32LL * layer.first;
}

__device__ __forceinline__ float* secondOf(const Setup& setup, float* states, int shot, const Layer& layer) {
    return states + shot * setup.stateSize + 32LL * layer.second;
}

__device__ __forceinline__ bool holds(const Box& box, int i0, int i1, int i2) {
    return i0 >= box.from[0] && i0 < box.to[0] && i1 >= box.from[1] && i1 < box.to[1] && i2 >= box.from[2] && i2 < box.to[2];
}

__device__ __forceinline__ int keptIndex(const Box& box, const int* place) {
    int rows = (place[2] - box.from[2]) * (box.to[1] - box.from[1]) + place[1] - box.from[1];
    return box.keptAt + rows * (box.to[0] - box.from[0]) + place[0] - box.from[0];
}

/// D1 in layers along an axis whose neighbours are `stride` apart.
__device__ __forceinline__ float firstDifference(const float* weights, const float* u, int at, int stride) {
    float sum = 0;
#pragma unroll
    for (int k = 1; k <= LAYER_FIRST_RADIUS; k++) {
        sum = fmaf(weights[k], u[at + k * stride] - u[at - k * stride], sum);
    }
    return sum;
}

template <int R>
__device__ __forceinline__ float neighbours(const float* weights, const float* u, int at, int stride) {
    float sum = 0;
#pragma unroll
    for (int k = 1; k <= R; k++) {
        sum = fmaf(weights[k], u[at + k * stride] + u[at - k * stride], sum);
    }
    return sum;
}

/// D2 in layers along an axis.
__device__ __forceinline__ float secondDifference(const float* weights, const float* u, int at, int stride) {
    return fmaf(weights[0], u[at], neighbours<LAYER_SECOND_RADIUS>(weights, u, at, stride));
}

template <int R, int D>
__device__ __forceinline__ float laplacian(const Setup& setup, const float* u, int at) {
    float sum = fmaf(setup.centre, u[at], neighbours<R>(setup.second[0], u, at, 1)) + neighbours<R>(setup.second[1], u, at, setup.stride[1]);
    if (D == 3) {
        sum += neighbours<R>(setup.second[2], u, at, setup.stride[2]);
    }
    return sum;
}

/// The node of a layer that a thread works at; numbered layer by layer, depth fastest.
__device__ __forceinline__ int layerOf(const Setup& setup, int number) {
    int l = 0;
    while (l < setup.layers && number >= setup.layer[l].nodes) {
        l++;
    }
    return l;
}

__device__ __forceinline__ Node nodeOfLayer(const Setup& setup, const Layer& layer, int number, const Box& box) {
    Node node;
    int extent[AXES];
#pragma unroll
    for (int axis = 0; axis < AXES; axis++) {
        extent[axis] = axis == layer.axis ? layer.to - layer.from : setup.count[axis];
    }
    int row = number / extent[0];
    node.place[0] = number - row * extent[0];
    node.place[1] = row % extent[1];
    node.place[2] = row / extent[1];
#pragma unroll
    for (int axis = 0; axis < AXES; axis++) {
        node.place[axis] += axis == layer.axis ? layer.from : 0;
    }
    node.at = rowOf(setup, node.place[1], node.place[2]) + node.place[0];
    node.inside = holds(box, node.place[0], node.place[1], node.place[2]);
    return node;
}

__device__ __forceinline__ int memoryOf(const Layer& layer, const int* place) {
    return layer.start + place[0] + place[1] * layer.row + place[2] * layer.plane;
}

/// What a thread of a launch over the nodes of all layers of all shots needs to know; `inside` is false where it has nothing to do.
struct InLayer {
    int shot;
    int l;
    Node node;
    int memory;
    float decay;
    float gain;
};

__device__ __forceinline__ InLayer inLayer(const Setup& setup, int shots, const float* profiles, const Box* boxes) {
    InLayer in;
    in.node.inside = false;
    int number = blockIdx.x * blockDim.x + threadIdx.x;
    in.shot = blockIdx.y;
    in.l = layerOf(setup, number);
    if (in.shot >= shots || in.l >= setup.layers) {
        return in;
    }
    const Layer& layer = setup.layer[in.l];
    in.node = nodeOfLayer(setup, layer, number - (in.l > 0 ? setup.layer[in.l - 1].nodes : 0), boxes[in.shot]);
    in.memory = memoryOf(layer, in.node.place);
    int place = layer.profile + along(in.node.place, layer.axis) - layer.from;
    in.decay = profiles[place];
    in.gain = profiles[place + layer.to - layer.from];
    return in;
}

/// psi <- b psi + a D1 u.
extern "C" __global__ void relaxForward(SETUP, int shots, int parity, float* __restrict__ states, const float* __restrict__ profiles, const Box* __restrict__ boxes) {
    InLayer in = inLayer(setup, shots, profiles, boxes);
    if (!in.node.inside) {
        return;
    }
    const Layer& layer = setup.layer[in.l];
    const float* u = fieldOf(setup, states, in.shot, parity);
    float* psi = firstOf(setup, states, in.shot, layer);
    psi[in.memory] = fmaf(in.decay, psi[in.memory], in.gain * firstDifference(setup.layerFirst[layer.axis], u, in.node.at, setup.stride[layer.axis]));
}

/// V <- b V - a D1(mu + W).
extern "C" __global__ void relaxBackSecond(SETUP, int shots, int parity, float* __restrict__ states, const float* __restrict__ profiles, const Box* __restrict__ boxes) {
    InLayer in = inLayer(setup, shots, profiles, boxes);
    if (!in.node.inside) {
        return;
    }
    const Layer& layer = setup.layer[in.l];
    int stride = setup.stride[layer.axis];
    const float* mu = fieldOf(setup, states, in.shot, parity);
    const float* w = firstOf(setup, states, in.shot, layer);
    float* v = secondOf(setup, states, in.shot, layer);
    float slope = firstDifference(setup.layerFirst[layer.axis], mu, in.node.at, stride) + firstDifference(setup.layerFirst[layer.axis], w, in.memory, stride);
    v[in.memory] = fmaf(in.decay, v[in.memory], -in.gain * slope);
}

/// Where a block of a launch over boxes lies along z: the shot, and which of the blocks of the shot behind one another.
struct Slab {
    int shot;
    int number;
};

template <int D>
__device__ __forceinline__ Slab slabOf(int slabs) {
    int shot = D == 2 ? blockIdx.z : blockIdx.z / (unsigned)slabs;
    return {shot, D == 2 ? 0 : (int)blockIdx.z - shot * slabs};
}

/// The node of a launch over boxes: depth by x, the next axis by y, the slowest by z.
__device__ __forceinline__ Node nodeOfBox(const Setup& setup, const Box& box, int slab) {
    Node node;
    node.place[0] = box.from[0] + (int)(blockIdx.x * blockDim.x + threadIdx.x);
    node.place[1] = box.from[1] + (int)(blockIdx.y * blockDim.y + threadIdx.y);
    node.place[2] = box.from[2] + (int)(slab * blockDim.z + threadIdx.z);
    node.inside = node.place[0] < box.to[0] && node.place[1] < box.to[1] && node.place[2] < box.to[2];
    node.at = rowOf(setup, node.place[1], node.place[2]) + node.place[0];
    return node;
}

template <int D>
__device__ __forceinline__ bool seesLayers(const Setup& setup, const int* place) {
    bool sees = false;
#pragma unroll
    for (int axis = 0; axis < D; axis++) {
        sees = sees || place[axis] < setup.innerFrom[axis] || place[axis] >= setup.innerTo[axis];
    }
    return sees;
}

/// What the layers add to the Laplacian of the wave: D1 psi + zeta, where zeta <- b zeta + a (D2 u + D1 psi).
__device__ __forceinline__ float layersForward(const Setup& setup, int shot, float* states, const float* profiles, const float* u, const Node& node) {
    float sum = 0;
    for (int l = 0; l < setup.layers; l++) {
        const Layer& layer = setup.layer[l];
        int axis = layer.axis;
        int place = along(node.place, axis);
        if (place < layer.seenFrom || place >= layer.seenTo) {
            continue;
        }
        int memory = memoryOf(layer, node.place);
        int stride = setup.stride[axis];
        float slope = firstDifference(setup.layerFirst[axis], firstOf(setup, states, shot, layer), memory, stride);
        sum += slope;
        if (place >= layer.from && place < layer.to) {
            const float* profile = profiles + layer.profile + place - layer.from;
            float* zeta = secondOf(setup, states, shot, layer);
            float curvature = secondDifference(setup.layerSecond[axis], u, node.at, stride) + slope;
            float relaxed = fmaf(profile[0], zeta[memory], profile[layer.to - layer.from] * curvature);
            zeta[memory] = relaxed;
            sum += relaxed;
        }
    }
    return sum;
}

/// What the transposed layers add: D2 W - D1 V.
__device__ __forceinline__ float layersBack(const Setup& setup, int shot, float* states, const Node& node) {
    float sum = 0;
    for (int l = 0; l < setup.layers; l++) {
        const Layer& layer = setup.layer[l];
        int axis = layer.axis;
        int place = along(node.place, axis);
        if (place < layer.seenFrom || place >= layer.seenTo) {
            continue;
        }
        int memory = memoryOf(layer, node.place);
        int stride = setup.stride[axis];
        sum += secondDifference(setup.layerSecond[axis], firstOf(setup, states, shot, layer), memory, stride) - firstDifference(setup.layerFirst[axis], secondOf(setup, states, shot, layer), memory, stride);
    }
    return sum;
}

/// u+ = 2u - u- + c (L u + layers), in place of u-. Where `kept` is given: without `scale` it takes c (...), with it scale * kept is added, the wave that a change of the model scatters.
template <int R, int D>
__device__ __forceinline__ void stepForward(const Setup& setup, int shots, int slabs, int parity, float* states, const float* c, const float* profiles, const Box* boxes, float* kept, const float* scale) {
    Slab slab = slabOf<D>(slabs);
    int shot = slab.shot;
    if (shot >= shots) {
        return;
    }
    const Box& box = boxes[shot];
    Node node = nodeOfBox(setup, box, slab.number);
    if (!node.inside) {
        return;
    }
    const float* u = fieldOf(setup, states, shot, parity);
    float* other = fieldOf(setup, states, shot, 1 - parity);
    float sum = laplacian<R, D>(setup, u, node.at);
    if (seesLayers<D>(setup, node.place)) {
        sum += layersForward(setup, shot, states, profiles, u, node);
    }
    float change = c[setup.lead + node.at] * sum;
    float next = fmaf(2, u[node.at], -other[node.at]) + change;
    if (kept != nullptr && scale == nullptr) {
        kept[keptIndex(box, node.place)] = change;
    } else if (kept != nullptr) {
        next = fmaf(scale[setup.lead + node.at], kept[keptIndex(box, node.place)], next);
    }
    other[node.at] = next;
}

/// mu- = 2 mu - mu+ + c (L mu + layers), in place of mu+. Where `kept` is given, gradient <- gradient + mu * kept; each shot has a gradient of `fieldSize` numbers.
template <int R, int D>
__device__ __forceinline__ void stepBack(const Setup& setup, int shots, int slabs, int parity, float* states, const float* c, const Box* boxes, const float* kept, float* gradients) {
    Slab slab = slabOf<D>(slabs);
    int shot = slab.shot;
    if (shot >= shots) {
        return;
    }
    const Box& box = boxes[shot];
    Node node = nodeOfBox(setup, box, slab.number);
    if (!node.inside) {
        return;
    }
    const float* mu = fieldOf(setup, states, shot, parity);
    float* other = fieldOf(setup, states, shot, 1 - parity);
    float now = mu[node.at];
    if (kept != nullptr) {
        float* gradient = gradients + shot * setup.fieldSize + setup.lead + node.at;
        *gradient = fmaf(now, kept[keptIndex(box, node.place)], *gradient);
    }
    float sum = laplacian<R, D>(setup, mu, node.at);
    if (seesLayers<D>(setup, node.place)) {
        sum += layersBack(setup, shot, states, node);
    }
    other[node.at] = fmaf(c[setup.lead + node.at], sum, fmaf(2, now, -other[node.at]));
}

/// W <- b W + a mu.
extern "C" __global__ void relaxBackFirst(SETUP, int shots, int parity, float* __restrict__ states, const float* __restrict__ profiles, const Box* __restrict__ boxes) {
    InLayer in = inLayer(setup, shots, profiles, boxes);
    if (!in.node.inside) {
        return;
    }
    const float* mu = fieldOf(setup, states, in.shot, parity);
    float* w = firstOf(setup, states, in.shot, setup.layer[in.l]);
    w[in.memory] = fmaf(in.decay, w[in.memory], in.gain * mu[in.node.at]);
}

/// Point sources: adds strength * series to the field after a step, and to its second differences where they are kept. One thread a node, which adds its entries in their order.
extern "C" __global__ void feed(SETUP, int nodes, int parity, float* __restrict__ states, const Box* __restrict__ boxes, const Fed* __restrict__ fed, const float* __restrict__ strengths, const int* __restrict__ points, const float* __restrict__ series, float* __restrict__ kept) {
    int number = blockIdx.x * blockDim.x + threadIdx.x;
    if (number >= nodes) {
        return;
    }
    const Fed& node = fed[number];
    const Box& box = boxes[node.shot];
    if (!holds(box, node.place[0], node.place[1], node.place[2])) {
        return;
    }
    float* next = fieldOf(setup, states, node.shot, 1 - parity) + node.node;
    for (int e = node.from; e < node.to; e++) {
        float value = strengths[e] * series[points[e]];
        *next += value;
        if (kept != nullptr) {
            kept[keptIndex(box, node.place)] += value;
        }
    }
}

/// Receivers: what the field is at a step. One thread a receiver.
extern "C" __global__ void record(SETUP, int readers, int parity, float* __restrict__ states, const Reader* __restrict__ reader, const int* __restrict__ nodes, const float* __restrict__ weights, float* __restrict__ traces) {
    int number = blockIdx.x * blockDim.x + threadIdx.x;
    if (number >= readers) {
        return;
    }
    const Reader& one = reader[number];
    const float* u = fieldOf(setup, states, one.shot, parity);
    float sum = 0;
    for (int e = one.from; e < one.to; e++) {
        sum = fmaf(weights[e], u[nodes[e]], sum);
    }
    traces[number] = sum;
}

/// Above a free surface lies minus the field below it. One thread a node above the surface: along x the places of axis 1, along y those of axis 2 of all shots.
extern "C" __global__ void mirror(SETUP, int shots, int parity, float* __restrict__ states, const Box* __restrict__ boxes) {
    int i1 = blockIdx.x * blockDim.x + threadIdx.x;
    int i2 = blockIdx.y % setup.count[2];
    int shot = blockIdx.y / setup.count[2];
    if (shot >= shots || i1 >= setup.count[1] || !holds(boxes[shot], 0, i1, i2)) {
        return;
    }
    float* next = fieldOf(setup, states, shot, 1 - parity);
    int surface = rowOf(setup, i1, i2);
    for (int k = 1; k <= setup.radius; k++) {
        next[surface - k] = -next[surface + k];
    }
}

#define OF_RADIUS_AND_DIMENSIONS(R, D) \
    extern "C" __global__ void __launch_bounds__(D == 2 ? 256 : 512) stepForward_r##R##_d##D(SETUP, int shots, int slabs, int parity, float* __restrict__ states, const float* __restrict__ c, const float* __restrict__ profiles, const Box* __restrict__ boxes, float* __restrict__ kept, const float* __restrict__ scale) { \
        stepForward<R, D>(setup, shots, slabs, parity, states, c, profiles, boxes, kept, scale); \
    } \
    extern "C" __global__ void __launch_bounds__(D == 2 ? 256 : 512) stepBack_r##R##_d##D(SETUP, int shots, int slabs, int parity, float* __restrict__ states, const float* __restrict__ c, const Box* __restrict__ boxes, const float* __restrict__ kept, float* __restrict__ gradients) { \
        stepBack<R, D>(setup, shots, slabs, parity, states, c, boxes, kept, gradients); \
    }

OF_RADIUS_AND_DIMENSIONS(2, 2)
OF_RADIUS_AND_DIMENSIONS(4, 2)
OF_RADIUS_AND_DIMENSIONS(8, 2)
OF_RADIUS_AND_DIMENSIONS(2, 3)
OF_RADIUS_AND_DIMENSIONS(4, 3)
OF_RADIUS_AND_DIMENSIONS(8, 3)
