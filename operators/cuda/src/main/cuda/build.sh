#!/usr/bin/env bash
# Compiles waves.cu to the PTX that the plugin ships, for compute capability 7.5 and newer. Run it after every change of waves.cu, with nvcc 13.0: another version writes other text, and a newer one asks for a newer driver.
# With an argument, the PTX goes there. Its first line tells which source it is of, so that a stale one is noticed where there is no nvcc.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ptx=$(realpath "${1:-$here/../resources/org/rote/operators/cuda/device/waves.ptx}")
cd "$here"
nvcc -arch=compute_75 -fmad=false -ptx -o "$ptx" waves.cu
sed -i "1i // SHA-256 of waves.cu: $(sha256sum waves.cu | cut -d ' ' -f 1)" "$ptx"
