#!/usr/bin/env python3
"""Times the memorized score as two matrix products and a softmax, in NumPy and, where it can be imported, in PyTorch.

The work of MemorizedScoreBenchmark: 128 states, standard normal training models, single precision throughout. For each
size, the median and the least of the repetitions, in milliseconds of wall time.

    python3 memorized_score.py [--threads 2] [--sizes 1000x4096,10000x65536] [--repeat 7]
"""

import argparse
import os
import time

STATES = 128
SIGMA = 100.0
SIZES = "1000x4096,10000x4096,1000x65536,10000x65536"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--sizes", default=SIZES, help="NxD, comma-separated")
    parser.add_argument("--repeat", type=int, default=7)
    return parser.parse_args()


def problem(np, count, dimension):
    random = np.random.default_rng(20261122)
    models = np.empty((count, dimension), np.float32)
    for row in range(0, count, 256):
        stop = min(row + 256, count)
        models[row:stop] = random.standard_normal((stop - row, dimension), dtype=np.float32)
    noise = random.standard_normal((STATES, dimension), dtype=np.float32)
    return models, models[:STATES] + np.float32(SIGMA) * noise


def numpy_score(np, models, half_norms, states):
    logits = states @ models.T
    logits -= half_norms
    logits *= np.float32(1 / SIGMA**2)
    logits -= logits.max(axis=1, keepdims=True)
    np.exp(logits, out=logits)
    logits /= logits.sum(axis=1, keepdims=True)
    scores = logits @ models
    scores -= states
    scores *= np.float32(1 / SIGMA**2)
    return scores


def torch_score(torch, models, half_norms, states):
    responsibilities = torch.softmax((states @ models.T - half_norms) / SIGMA**2, dim=1)
    return (responsibilities @ models - states) / SIGMA**2


def milliseconds(call, repeat):
    call()
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        call()
        times.append(1e3 * (time.perf_counter() - start))
    times.sort()
    return times[len(times) // 2], times[0]


def report(name, count, dimension, threads, median, least):
    print(f"{name:12} N {count:6} d {dimension:6} threads {threads}  median {median:9.2f} ms  least {least:9.2f} ms", flush=True)


def main():
    options = arguments()
    # Read by the BLAS when NumPy is imported.
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = str(options.threads)
    import numpy as np

    try:
        import torch

        torch.set_num_threads(options.threads)
    except ImportError:
        torch = None
    print(f"numpy {np.__version__}, torch {torch.__version__ if torch else 'not installed'}")
    for size in options.sizes.split(","):
        count, dimension = map(int, size.split("x"))
        models, states = problem(np, count, dimension)
        half_norms = 0.5 * np.einsum("ij,ij->i", models, models)
        times = milliseconds(lambda: numpy_score(np, models, half_norms, states), options.repeat)
        report("numpy", count, dimension, options.threads, *times)
        if torch:
            tensors = [torch.from_numpy(a) for a in (models, half_norms, states)]
            times = milliseconds(lambda: torch_score(torch, *tensors), options.repeat)
            report("torch", count, dimension, options.threads, *times)


if __name__ == "__main__":
    main()
