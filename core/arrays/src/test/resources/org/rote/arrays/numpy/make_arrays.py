"""Writes the array files that NumpyFilesTest reads. Run it in this folder: python3 make_arrays.py (made with NumPy 2.4.6).

Element i, in C order, of an array of shape (3, 2, 2) is: for complex types (5 i - 20) / 4 + i j; for other floating types
(5 i - 20) / 4; for signed integers 5 i - 20; for unsigned ones 5 i; for bool whether i is a multiple of 3.
"""

import gzip
import io

import numpy as np


def values(code):
    i = np.arange(12).reshape(3, 2, 2)
    kind = code[0]
    if kind == "c":
        return (5 * i - 20) / 4 + 1j * i
    return {"f": (5 * i - 20) / 4, "i": 5 * i - 20, "u": 5 * i, "b": i % 3 == 0}[kind]


def write(name, array, version=None):
    with open(name + ".npy", "wb") as file:
        np.lib.format.write_array(file, array, version=version)


for code in "b1 i1 u1 i2 u2 i4 u4 i8 u8 f4 f8 c8 c16".split():
    for endian, mark in (("little", "<"), ("big", ">")):
        array = values(code).astype(mark + code)
        write(f"{code}-{endian}-c", array)
        write(f"{code}-{endian}-fortran", np.asfortranarray(array))

write("f8-version-1", values("f8"), (1, 0))
write("f8-version-2", values("f8"), (2, 0))
write("f8-version-3", values("f8"), (3, 0))
write("scalar", np.array(2.5))
write("empty", np.zeros((0, 3), "f4"))
stream = io.BytesIO()
np.save(stream, values("u2").astype("<u2"))
with open("u2.npy.gz", "wb") as file:
    file.write(gzip.compress(stream.getvalue(), mtime=0))
