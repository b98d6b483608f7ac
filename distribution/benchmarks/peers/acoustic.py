#!/usr/bin/env python3
"""Times time-domain acoustic modelling with Devito, Deepwave and Rote on one problem, and measures each against the exact solution.

The work of AcousticBenchmark: order 2 in time and 8 in space, float32, 20 absorbing cells outside of the model, steps of 1 ms,
cells of 10 m, velocities of 1 800 to 2 200 m/s, a Ricker wavelet of 15 Hz, 256 receivers on nodes, 20 m deep. Each case runs in a
process of its own: once to warm up, then repeated (long ones three times); wall time of a call from Python, or from Java, in milliseconds.

    python3 acoustic.py [--threads 1,2] [--cases forward] [--repeat 7] [--rote rote-benchmarks-0.1.0.jar] [--json results.json]

A package that is not installed is left out, and named. With --rote, Java runs the same cases between the others.
The gradient is that of a scalar product with the traces: forward run and adjoint run. "born" is the linearized forward run including
the background's; "born-adjoint" is the adjoint run alone, the background's wavefield being kept. Rote keeps it for both,
so its row "born-kept" has no partner. Rote steps no cells that the wave has not reached or whose waves reach no receiver in time;
"forward-256-long", 4 000 steps in which the wave is everywhere, shows what that is worth.
"""

import argparse
import importlib.util
import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time

LAYER, SPACING, STEP, FREQUENCY, DELAY, RECEIVERS = 20, 10.0, 1e-3, 15.0, 0.08, 256
LONG = 4000.0  # milliseconds after which three repetitions are enough
PACKAGES = ("devito", "deepwave")
# name: (shape, shots, steps, what)
CASES = {
    "forward-256": ((256, 256), 1, 1000, "forward"),
    "forward-256-long": ((256, 256), 1, 4000, "forward"),
    "forward-512": ((512, 512), 1, 1000, "forward"),
    "forward-256-16": ((256, 256), 16, 1000, "forward"),
    "forward-512-16": ((512, 512), 16, 1000, "forward"),
    "gradient-256": ((256, 256), 1, 1000, "gradient"),
    "born-256": ((256, 256), 1, 1000, "born"),
    "born-adjoint-256": ((256, 256), 1, 1000, "born-adjoint"),
    "forward-128-3d": ((128, 128, 128), 1, 200, "forward"),
}
BENCHMARKS = {
    "forward": "forward",
    "gradient": "gradient",
    "born": "born",
    "born-kept": "bornKept",
    "born-adjoint": "bornAdjoint",
}
OFFSETS = (200.0, 1000.0)


def ricker(t):
    a = (math.pi * FREQUENCY * (t - DELAY)) ** 2
    return (1 - 2 * a) * math.exp(-a)


def exact(offset, velocity, steps):
    """u(t) = 1/(2 pi) times the integral of f(t - r/v cosh(s)) over s > 0, for m u_tt - laplace(u) = f(t) delta(x)."""
    arrival = offset / velocity
    trace = []
    for n in range(steps):
        t = n * STEP
        furthest = math.acosh(t / arrival) if t > arrival else 0.0
        count = 800
        width = furthest / count
        midpoints = ((i + 0.5) * width for i in range(count))
        trace.append(width / (2 * math.pi) * sum(ricker(t - arrival * math.cosh(s)) for s in midpoints))
    return trace


def relative_error(trace, expected):
    difference = sum((a - b) ** 2 for a, b in zip(trace, expected, strict=True))
    return math.sqrt(difference / sum(b * b for b in expected))


class Problem:
    """What is the same for every package; positions are numbers of nodes."""

    def __init__(self, shape, shots, steps):
        self.shape, self.steps = shape, steps
        stride = (shape[0] - 1) // 255
        if len(shape) == 3:
            self.sources = [(64, 64, 2)]
            self.receivers = [(4 + 8 * i, 4 + 8 * j, 2) for i in range(16) for j in range(16)]
        else:
            self.receivers = [(stride * i, 2) for i in range(RECEIVERS)]
            width = 255 * stride
            self.sources = [(i * width // 15, 2) for i in range(16)] if shots == 16 else [(shape[0] // 2, 2)]

    def velocity(self):
        import numpy as np

        axes = np.meshgrid(*(np.arange(n) for n in self.shape), indexing="ij")
        return (2000 + 200 * np.sin(axes[0] / 20) * np.cos(axes[-1] / 15)).astype(np.float32)


class HomogeneousProblem(Problem):
    """512 x 512 cells, too large for reflections to come back; receivers at the offsets."""

    def __init__(self):
        super().__init__((512, 512), 1, 1000)
        self.sources = [(256, 256)]
        self.receivers = [(256 + round(r / SPACING), 256) for r in OFFSETS]

    def velocity(self):
        import numpy as np

        return np.full(self.shape, 2000, np.float32)


class OnDevito:
    """The operators of Devito's own acoustic examples, written on its public interface; damping by a sponge."""

    def __init__(self, problem):
        import devito
        import numpy as np

        self.devito, self.problem = devito, problem
        outer = tuple(n + 2 * LAYER for n in problem.shape)
        self.grid = devito.Grid(
            shape=outer,
            extent=tuple(SPACING * (n - 1) for n in outer),
            origin=tuple(-SPACING * LAYER for _ in outer),
            dtype=np.float32,
        )
        self.m = devito.Function(name="m", grid=self.grid, space_order=8)
        self.m.data[:] = np.pad(problem.velocity(), LAYER, mode="edge") ** -2.0
        self.damp = devito.Function(name="damp", grid=self.grid, space_order=0)
        strength = 1.5 * math.log(1000) / LAYER
        for axis, n in enumerate(outer):
            i = np.arange(n)
            depth = np.maximum(np.maximum(LAYER - i, i - (n - 1 - LAYER)), 0) / LAYER
            profile = strength * (depth - np.sin(2 * np.pi * depth) / (2 * np.pi)) / SPACING
            self.damp.data[:] += profile.reshape([-1 if a == axis else 1 for a in range(len(outer))])
        # Devito's damping multiplies u.dt as it is; in these units that takes a factor 1/v.
        self.damp.data[:] *= np.sqrt(self.m.data[:])
        self.source = self.points("src", 1)
        self.source.data[:, 0] = [ricker(n * STEP) for n in range(problem.steps)]
        self.traces = self.points("rec", len(problem.receivers))
        self.traces.coordinates.data[:] = SPACING * np.array(problem.receivers)

    def points(self, name, count):
        return self.devito.SparseTimeFunction(name=name, grid=self.grid, npoint=count, nt=self.problem.steps)

    def wave(self, name, saved=False):
        save = self.problem.steps if saved else None
        return self.devito.TimeFunction(name=name, grid=self.grid, time_order=2, space_order=8, save=save)

    def equation(self, u, source=0, backwards=False):
        later = u.backward if backwards else u.forward
        rate = u.dt.T if backwards else u.dt
        balance = self.m * u.dt2 - u.laplace - source + self.damp * rate
        return self.devito.Eq(later, self.devito.solve(balance, later))

    def operator(self, *equations):
        operator = self.devito.Operator(list(equations), subs=self.grid.spacing_map)
        operator.cfunction  # compiled here, not in the first timed run
        return operator

    def inject(self, points, field):
        return points.inject(field=field, expr=points * self.grid.stepping_dim.spacing**2 / self.m)

    def forward_operator(self, u):
        return self.operator(
            self.equation(u), self.inject(self.source, u.forward), self.traces.interpolate(expr=u)
        )

    def each_shot(self, operator, waves):
        data = []
        for source in self.problem.sources:
            self.source.coordinates.data[0] = [SPACING * i for i in source]
            for w in waves:
                w.data[:] = 0
            operator.apply(dt=STEP, time_M=self.problem.steps - 2)
            data.append(self.traces.data.copy())
        return data

    def forward(self):
        u = self.wave("u")
        operator = self.forward_operator(u)
        return lambda: self.each_shot(operator, [u])

    def adjoint_operators(self):
        u, v = self.wave("u", saved=True), self.wave("v")
        image = self.devito.Function(name="image", grid=self.grid)
        forward = self.forward_operator(u)
        adjoint = self.operator(
            self.equation(v, backwards=True),
            self.inject(self.traces, v.backward),
            self.devito.Inc(image, -u * v.dt2),
        )

        def run_adjoint():
            v.data[:] = 0
            image.data[:] = 0
            adjoint.apply(dt=STEP, time_M=self.problem.steps - 2)

        return lambda: self.each_shot(forward, []), run_adjoint

    def gradient(self):
        forward, adjoint = self.adjoint_operators()

        def run():
            forward()
            adjoint()

        return run

    def born_adjoint(self):
        forward, adjoint = self.adjoint_operators()
        forward()
        return adjoint

    def born(self):
        u, scattered = self.wave("u"), self.wave("scattered")
        perturbation = self.devito.Function(name="perturbation", grid=self.grid, space_order=0)
        perturbation.data[:] = -0.1 * self.m.data
        operator = self.operator(
            self.equation(u),
            self.inject(self.source, u.forward),
            self.equation(scattered, source=-perturbation * u.dt2),
            self.traces.interpolate(expr=scattered),
        )
        return lambda: self.each_shot(operator, [u, scattered])

    def homogeneous(self):
        traces = self.forward()()[0]
        return [traces[:, r] / SPACING**2 for r in range(len(OFFSETS))]


class OnDeepwave:
    """Deepwave's propagators as they come; convolutional layers."""

    def __init__(self, problem):
        import deepwave
        import torch

        self.deepwave, self.torch, self.problem = deepwave, torch, problem
        torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
        self.velocity = torch.from_numpy(problem.velocity())
        wavelet = torch.tensor([ricker(n * STEP) for n in range(problem.steps)])
        shots = len(problem.sources)
        self.settings = dict(
            grid_spacing=SPACING,
            dt=STEP,
            source_amplitudes=wavelet.repeat(shots, 1, 1),
            source_locations=torch.tensor([[list(s)] for s in problem.sources]),
            receiver_locations=torch.tensor([[list(r) for r in problem.receivers]]).repeat(shots, 1, 1),
            accuracy=8,
            pml_width=LAYER,
            pml_freq=FREQUENCY,
        )

    def traces(self, velocity):
        return self.deepwave.scalar(velocity, **self.settings)[-1]

    def forward(self):
        return lambda: self.traces(self.velocity)

    def gradient(self):
        velocity = self.velocity.clone().requires_grad_()

        def run():
            velocity.grad = None
            traces = self.traces(velocity)
            traces.backward(traces.detach())

        return run

    def scattered(self, perturbation):
        settings = dict(self.settings)
        settings["bg_receiver_locations"] = None
        return self.deepwave.scalar_born(self.velocity, perturbation, **settings)[-1]

    def born(self):
        perturbation = 0.05 * self.velocity
        return lambda: self.scattered(perturbation)

    def born_adjoint(self):
        perturbation = (0.05 * self.velocity).requires_grad_()
        traces = self.scattered(perturbation)

        def run():
            perturbation.grad = None
            traces.backward(traces.detach(), retain_graph=True)

        return run

    def homogeneous(self):
        # Deepwave's source is negative, and not divided by the area of a cell.
        traces = self.traces(self.velocity).numpy()[0]
        return [-traces[r] / SPACING**2 for r in range(len(OFFSETS))]


def run_here(package, case, repeat):
    """What the process of one case does: prints one line of JSON."""
    side = OnDevito if package == "devito" else OnDeepwave
    if case == "accuracy":
        traces = side(HomogeneousProblem()).homogeneous()
        print(json.dumps([[float(a) for a in trace] for trace in traces]))
        return
    shape, shots, steps, what = CASES[case]
    work = getattr(side(Problem(shape, shots, steps)), what.replace("-", "_"))()
    work()
    times = []
    while len(times) < repeat and sum(times) < LONG or len(times) < 3:
        start = time.perf_counter()
        work()
        times.append(1e3 * (time.perf_counter() - start))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"milliseconds": times, "peak_mib": round(peak)}))


def run_apart(package, case, threads, repeat):
    environment = dict(os.environ, OMP_NUM_THREADS=str(threads), DEVITO_LANGUAGE="openmp", DEVITO_LOGGING="ERROR")
    command = [sys.executable, __file__, "--child", package, case, "--repeat", str(repeat)]
    finished = subprocess.run(command, env=environment, capture_output=True, text=True)
    if finished.returncode:
        raise SystemExit(f"{package} failed on {case}:\n{finished.stderr[-2000:]}")
    return json.loads(finished.stdout.splitlines()[-1])


def run_rote(arguments, case, threads, kernels):
    """One JMH run for a case and, for "born", another for the run on a background that is kept."""
    shape, shots, steps, what = CASES[case]
    results = {}
    for name in [what, "born-kept"] if what == "born" else [what]:
        with tempfile.NamedTemporaryFile(suffix=".json") as file:
            command = [arguments.java, "-jar", arguments.rote, f"AcousticBenchmark.{BENCHMARKS[name]}$", "-rf", "json"]
            command += ["-rff", file.name, "-p", f"size={'x'.join(map(str, shape))}", "-p", f"shots={shots}"]
            command += ["-p", f"steps={steps}", "-p", f"threads={threads}", "-p", f"kernels={kernels}"]
            finished = subprocess.run(command, capture_output=True, text=True)
            measured = json.load(file) if finished.returncode == 0 else []
        if not measured:
            raise SystemExit(f"AcousticBenchmark failed on {case}:\n{finished.stdout[-2000:]}{finished.stderr[-2000:]}")
        percentiles = measured[0]["primaryMetric"]["scorePercentiles"]
        results["born-kept-256" if name == "born-kept" else case] = {"median": percentiles["50.0"], "least": percentiles["0.0"]}
    return results


def summarize(measured):
    times = sorted(measured["milliseconds"])
    return {"median": times[len(times) // 2], "least": times[0], "peak_mib": measured["peak_mib"]}


def show(name, case, threads, result):
    peak = f"  peak {result['peak_mib']:6d} MiB" if "peak_mib" in result else ""
    print(
        f"{case:18} {threads} thread{'s' if threads > 1 else ' '}  {name:14} median {result['median']:8.1f} ms"
        f"  least {result['least']:8.1f} ms{peak}",
        flush=True,
    )


def measure_errors(packages, arguments):
    expected = [exact(r, 2000.0, 1000) for r in OFFSETS]
    traces = {package: run_apart(package, "accuracy", 1, 1) for package in packages}
    if arguments.rote:
        command = [arguments.java, "--add-modules=jdk.incubator.vector", "-cp", arguments.rote]
        finished = subprocess.run(command + ["org.rote.benchmarks.AcousticTraces"], capture_output=True, text=True)
        if finished.returncode:
            raise SystemExit(f"AcousticTraces failed:\n{finished.stderr[-2000:]}")
        rows = [line for line in finished.stdout.splitlines() if line and not line.startswith("#")]
        traces["rote"] = [[float(a) for a in row.split(",")] for row in rows]
    errors = {name: [relative_error(a, e) for a, e in zip(t, expected, strict=True)] for name, t in traces.items()}
    for name, values in errors.items():
        at = ", ".join(f"{100 * e:.2f} % at {r:g} m" for e, r in zip(values, OFFSETS, strict=True))
        print(f"relative error of {name}: {at}", flush=True)
    return errors


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--threads", default="1,2")
    parser.add_argument("--cases", default="", help="only cases whose names contain this")
    parser.add_argument("--kernels", default="vector,plain", help="Rote's kernels")
    parser.add_argument("--repeat", type=int, default=7)
    parser.add_argument("--rote", help="the jar of Rote's benchmarks")
    parser.add_argument("--java", default="java")
    parser.add_argument("--json", help="where to write what was measured")
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    return parser.parse_args()


def main():
    arguments = parse()
    if arguments.child:
        run_here(*arguments.child, arguments.repeat)
        return
    packages = [p for p in PACKAGES if importlib.util.find_spec(p)]
    for package in PACKAGES:
        if package not in packages:
            print(f"{package} is not installed for {sys.executable} and is left out")
    if not packages and not arguments.rote:
        raise SystemExit("nothing to measure: install devito or deepwave, or name Rote's jar with --rote")
    results = []

    def keep(name, case, threads, result):
        show(name, case, threads, result)
        results.append({"package": name, "case": case, "threads": threads, **result})

    errors = measure_errors(packages, arguments)
    for case in (c for c in CASES if arguments.cases in c):
        for threads in map(int, arguments.threads.split(",")):
            for package in packages:
                keep(package, case, threads, summarize(run_apart(package, case, threads, arguments.repeat)))
            for kernels in arguments.kernels.split(",") if arguments.rote else []:
                for row, result in run_rote(arguments, case, threads, kernels).items():
                    keep(f"rote {kernels}", row, threads, result)
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as file:
            json.dump({"errors": errors, "offsets": OFFSETS, "times": results}, file, indent=1)


if __name__ == "__main__":
    main()
