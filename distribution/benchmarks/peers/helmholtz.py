#!/usr/bin/env python3
"""Times one gradient of the two-dimensional Helmholtz equation with SciPy's sparse LU factorisation (SuperLU).

The work of HelmholtzGradientBenchmark: 200 x 200 nodes, layers of 30 cells a side, 6 Hz, five-point stencil, 15 sources,
196 receivers: factorise, solve for 15 wavefields and 15 adjoint fields, multiply them. For each setting the median and the
least of the repetitions, in milliseconds of wall time. SuperLU runs on one thread.

    python3 helmholtz.py [--repeat 5]
"""

import argparse
import time

import numpy as np
import scipy
import scipy.sparse as sparse
from scipy.sparse.linalg import splu

SHAPE, LAYER, SPACING, STRENGTH, FREQUENCY = 200, 30, 10.0, 200.0, 6.0
SOURCES, RECEIVERS = 15, 196
OMEGA = 2 * np.pi * FREQUENCY
NODES = SHAPE + 2 * LAYER


def stretch():
    """s = 1 + i sigma / omega on one side of the square."""
    i = np.arange(NODES)
    depth = np.maximum(np.maximum(LAYER - i, i - (NODES - 1 - LAYER)), 0) / LAYER
    return 1 + 1j * STRENGTH * depth**2 / OMEGA


def line(s):
    """d/dx (1/s) d/dx with no flux through the ends, a tridiagonal matrix."""
    coupling = 1 / (0.5 * (s[:-1] + s[1:])) / SPACING**2
    diagonal = -np.append(coupling, 0) - np.insert(coupling, 0, 0)
    return sparse.diags([coupling, diagonal, coupling], [-1, 0, 1])


def matrix():
    """Rows scaled by s_x s_z, which makes it complex symmetric."""
    s = stretch()
    i = np.clip(np.arange(NODES) - LAYER, 0, SHAPE - 1)
    velocity = 2250 + 750 * np.outer(np.sin(4 * np.pi * i / SHAPE), np.cos(0.07 * i))
    mass = sparse.diags((OMEGA**2 / velocity**2 * np.outer(s, s)).ravel())
    return (sparse.kron(line(s), sparse.diags(s)) + sparse.kron(sparse.diags(s), line(s)) + mass).tocsc()


def right_hand_sides():
    sources = np.zeros((NODES * NODES, SOURCES), complex)
    for s in range(SOURCES):
        x = 2 + s * (SHAPE - 4) // SOURCES
        sources[(x + LAYER) * NODES + 2 + LAYER, s] = 1 / SPACING**2
    adjoint = np.zeros_like(sources)
    rows = (np.arange(RECEIVERS) + 2 + LAYER) * NODES + 197 + LAYER
    random = np.random.default_rng(20261123)
    adjoint[rows] = random.uniform(-1, 1, (RECEIVERS, SOURCES)) + 1j * random.uniform(-1, 1, (RECEIVERS, SOURCES))
    return sources, adjoint


def gradient(a, sources, adjoint, factorisations, **options):
    factors = splu(a, **options)
    u = factors.solve(sources)
    if factorisations == 2:
        factors = splu(a, **options)
    return u, (u * factors.solve(adjoint)).sum(axis=1).real


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=5)
    repeat = parser.parse_args().repeat
    print(f"scipy {scipy.__version__}, numpy {np.__version__}")
    a = matrix()
    sources, adjoint = right_hand_sides()
    symmetric = dict(permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options={"SymmetricMode": True})
    settings = [("defaults, factorised twice", 2, {}), ("symmetric mode, factorised once", 1, symmetric)]
    for dtype in (np.complex128, np.complex64):
        for name, factorisations, options in settings:
            typed = a.astype(dtype), sources.astype(dtype), adjoint.astype(dtype)
            times = []
            for _ in range(repeat):
                start = time.perf_counter()
                u, _ = gradient(*typed, factorisations, **options)
                times.append(1e3 * (time.perf_counter() - start))
            residual = np.linalg.norm(sources - a @ u) / np.linalg.norm(sources)
            times.sort()
            print(
                f"{np.dtype(dtype).name:10} {name:32} median {times[len(times) // 2]:7.0f} ms  least {times[0]:7.0f} ms"
                f"  residual {residual:.0e}",
                flush=True,
            )


if __name__ == "__main__":
    main()
