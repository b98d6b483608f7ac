#!/usr/bin/env python3
"""Times the search for the k nearest of many training models, in double precision, on PyTorch and NumPy.

The work of NearestModelsBenchmark. "torch" does what the code published with arXiv 2603.19629 does (distances to 500 training models at a time by
torch.cdist, the k least kept); "torch, exact" asks cdist for differences instead of a matrix product, as it must be where distances near zero count;
"numpy" is one matrix product and a partition. Given the benchmarks' jar, times Rote in turns with them: a round is each of them once.

    python3 nearest_models.py [--threads 2] [--rounds 5] [--size 1000x10000x4096] [--rote rote-benchmarks-0.1.0.jar]
"""

import argparse
import os
import re
import subprocess
import time

NEIGHBOURS = 50
BATCH = 500


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--size", default="1000x10000x4096", help="states x training models x values")
    parser.add_argument("--exact", action="store_true", help="time cdist by differences too, which is slow")
    parser.add_argument("--rote", help="the benchmarks' jar")
    parser.add_argument("--storage", default="FLOAT32,FLOAT64")
    return parser.parse_args()


def published(torch, states, models, mode):
    nearest = torch.full((len(states), NEIGHBOURS), float("inf"), dtype=states.dtype)
    for first in range(0, len(models), BATCH):
        distances = torch.cdist(states, models[first : first + BATCH], compute_mode=mode)
        nearest = torch.cat([nearest, distances], dim=1).topk(NEIGHBOURS, dim=1, largest=False).values
    return nearest


def partitioned(np, states, models):
    squares = states @ models.T
    squares *= -2
    squares += np.einsum("ij,ij->i", models, models)
    squares += np.einsum("ij,ij->i", states, states)[:, None]
    nearest = np.partition(squares, NEIGHBOURS - 1, axis=1)[:, :NEIGHBOURS]
    nearest.sort(axis=1)
    return np.sqrt(np.maximum(nearest, 0))


def rote(jar, size, storage, threads):
    """The median of one short run, in milliseconds."""
    states, models, values = size
    command = ["java", "-jar", jar, "NearestModels", "-wi", "2", "-w", "2", "-i", "1", "-r", "4", "-p", f"states={states}"]
    command += ["-p", f"models={models}", "-p", f"values={values}", "-p", f"storage={storage}", "-p", "preparation=true"]
    output = subprocess.run(command + ["-p", f"threads={threads}"], capture_output=True, text=True, check=True).stdout
    return float(re.search(r"find:p0\.50 .*?([\d.]+)\s+ms/op", output).group(1))


def main():
    options = arguments()
    # Read by the BLAS when NumPy is imported.
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = str(options.threads)
    import numpy as np
    import torch

    torch.set_num_threads(options.threads)
    size = [int(part) for part in options.size.split("x")]
    random = np.random.default_rng(20261123)
    states = random.standard_normal((size[0], size[2]))
    models = random.standard_normal((size[1], size[2]))
    tensors = torch.from_numpy(states), torch.from_numpy(models)
    calls = {
        "torch": lambda: published(torch, *tensors, "use_mm_for_euclid_dist_if_necessary"),
        "numpy": lambda: partitioned(np, states, models),
    }
    if options.exact:
        calls["torch, exact"] = lambda: published(torch, *tensors, "donot_use_mm_for_euclid_dist")
    times = {}
    for _ in range(options.rounds):
        for name, call in calls.items():
            start = time.perf_counter()
            call()
            times.setdefault(name, []).append(1e3 * (time.perf_counter() - start))
        for storage in options.storage.split(",") if options.rote else []:
            times.setdefault("rote " + storage, []).append(rote(options.rote, size, storage, options.threads))
    print(f"numpy {np.__version__}, torch {torch.__version__}, {options.threads} threads, {options.size}, k {NEIGHBOURS}")
    for name, values in times.items():
        values.sort()
        print(f"{name:14} median {values[len(values) // 2]:9.1f} ms  least {values[0]:9.1f} ms", flush=True)


if __name__ == "__main__":
    main()
