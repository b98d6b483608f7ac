#!/usr/bin/env bash
# Compiles waves.cu to the PTX that the plugin ships, for compute capability 7.5 and newer. Run it after every change of waves.cu, with nvcc 13.0: another version writes other text, and a newer one asks for a newer driver.
# With an argument, the PTX goes there.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here"
nvcc -arch=compute_75 -ptx -o "${1:-../resources/org/rote/operators/cuda/device/waves.ptx}" waves.cu
