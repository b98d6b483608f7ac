/*
 * A yardstick: the loop of acoustic stepping as one would write it in C. Second order in time, eighth in space, 592 x 592 points, float, with
 * and without a damping term at every point; no source, no receivers, no absorbing layers otherwise. Prints billions of points per second.
 *
 *     gcc -O3 -march=native -ffast-math -fopenmp acoustic_kernel.c -o acoustic_kernel -lm
 *     OMP_NUM_THREADS=2 ./acoustic_kernel [steps] [repetitions]
 *
 * The step is u+ = d (2u - 2u- + c Lu) + u-, in place of u-; d = 1 / (1 + eta), and d = 1 is the wave equation.
 */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

enum { POINTS = 592, RADIUS = 4, STRIDE = 624, ROWS = POINTS + 2 * RADIUS };

static const float W0 = -205.0f / 72, W1 = 8.0f / 5, W2 = -1.0f / 5, W3 = 8.0f / 315, W4 = -1.0f / 560;

static inline float laplacian(const float *u) {
    return 2 * W0 * u[0]
        + W1 * (u[-1] + u[1] + u[-STRIDE] + u[STRIDE])
        + W2 * (u[-2] + u[2] + u[-2 * STRIDE] + u[2 * STRIDE])
        + W3 * (u[-3] + u[3] + u[-3 * STRIDE] + u[3 * STRIDE])
        + W4 * (u[-4] + u[4] + u[-4 * STRIDE] + u[4 * STRIDE]);
}

static void plain(const float *restrict u, float *restrict previous, const float *restrict c) {
    #pragma omp for schedule(static)
    for (int row = RADIUS; row < ROWS - RADIUS; row++) {
        int at = row * STRIDE + 16;
        #pragma omp simd
        for (int i = at; i < at + POINTS; i++) {
            previous[i] = 2 * u[i] - previous[i] + c[i] * laplacian(u + i);
        }
    }
}

static void damped(const float *restrict u, float *restrict previous, const float *restrict c, const float *restrict d) {
    #pragma omp for schedule(static)
    for (int row = RADIUS; row < ROWS - RADIUS; row++) {
        int at = row * STRIDE + 16;
        #pragma omp simd
        for (int i = at; i < at + POINTS; i++) {
            previous[i] += d[i] * (2 * (u[i] - previous[i]) + c[i] * laplacian(u + i));
        }
    }
}

static float *field(void) {
    float *f = aligned_alloc(64, sizeof(float) * ROWS * STRIDE);
    for (int i = 0; i < ROWS * STRIDE; i++) {
        f[i] = 0;
    }
    return f;
}

static double seconds(int steps, int with_damping, float *u, float *previous, const float *c, const float *d) {
    double start = omp_get_wtime();
    #pragma omp parallel
    for (int step = 0; step < steps; step += 2) {
        if (with_damping) {
            damped(u, previous, c, d);
            damped(previous, u, c, d);
        } else {
            plain(u, previous, c);
            plain(previous, u, c);
        }
    }
    return omp_get_wtime() - start;
}

int main(int count, char **arguments) {
    int steps = count > 1 ? atoi(arguments[1]) : 1000;
    int repetitions = count > 2 ? atoi(arguments[2]) : 7;
    for (int with_damping = 0; with_damping < 2; with_damping++) {
        float *u = field(), *previous = field(), *c = field(), *d = field();
        for (int row = RADIUS; row < ROWS - RADIUS; row++) {
            for (int i = row * STRIDE + 16; i < row * STRIDE + 16 + POINTS; i++) {
                u[i] = previous[i] = (float) rand() / RAND_MAX;
                c[i] = 0.1f;
                d[i] = 0.9999f;
            }
        }
        double best = 0;
        printf("%s, %d threads:", with_damping ? "damped" : "plain", omp_get_max_threads());
        for (int i = 0; i < repetitions; i++) {
            double rate = 1e-9 * steps * POINTS * POINTS / seconds(steps, with_damping, u, previous, c, d);
            best = rate > best ? rate : best;
            printf(" %.2f", rate);
        }
        printf(", best %.2f Gpts/s (%g)\n", best, u[ROWS / 2 * STRIDE + STRIDE / 2]);
        free(u), free(previous), free(c), free(d);
    }
    return 0;
}
